import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { read, readAll } from '#db/client'
import { clinics, duties, people, roles, services, supervisors } from '#db/schema/index'
import { theProgram } from './program.server'

/** Residents and attendings with their clinics and where they are today; those who coordinate. One round trip. */
export async function listSupervisors(now = programNow()) {
  const today = dayAt(now)
  const [list, weekly, here, coordinators, [program]] = await readAll(
    theSupervisors(),
    read.select().from(clinics).orderBy(asc(clinics.weekday), asc(clinics.half)),
    dutiesOn(today),
    coordinatorNames(),
    theProgram(),
  )
  const supervisors = list.map((person) => ({
    ...person,
    clinics: weekly.filter((it) => it.personId === person.id),
    duties: here.filter((it) => it.personId === person.id),
  }))
  return { supervisors, coordinators, program }
}
export type ListedSupervisor = Awaited<ReturnType<typeof listSupervisors>>['supervisors'][number]

const theSupervisors = () =>
  read
    .select({
      id: people.id,
      name: people.name,
      familyName: people.familyName,
      kind: supervisors.kind,
      division: supervisors.division,
      pgy: supervisors.pgy,
      title: supervisors.title,
    })
    .from(supervisors)
    .innerJoin(people, eq(people.id, supervisors.personId))
    .orderBy(asc(people.familyName))

/** Where everybody is on this day; call left out. */
const dutiesOn = (day: string) =>
  read
    .select({ personId: duties.personId, kind: duties.kind, service: services.name, lastOn: duties.lastOn })
    .from(duties)
    .innerJoin(services, eq(services.id, duties.serviceId))
    .where(
      and(
        lte(duties.firstOn, day),
        gte(duties.lastOn, day),
        inArray(duties.kind, ['duty', 'consult week', 'stroke week']),
      ),
    )

/** Coordinators who are not residents as well: whom a student writes to. */
const coordinatorNames = () =>
  read
    .select({ id: people.id, name: people.name, phone: people.phone, isSupervisor: supervisors.personId })
    .from(people)
    .innerJoin(roles, and(eq(roles.personId, people.id), eq(roles.role, 'coordinator')))
    .leftJoin(supervisors, eq(supervisors.personId, people.id))
    .orderBy(asc(people.familyName))
