import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { differences } from '#app/workflow/change'
import { change, changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx, together } from '#db/client'
import { clinics, people, supervisors } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { clinicKinds } from './clinic'
import { version } from './program-form.server'
import { halfDay, halfDayNames, halfDays, ofHalfDay } from './service'
import { weekOf } from './service-form.server'

const KIND = 'clinic days'
const kind = z.enum(['clinic', 'vein clinic', 'continuity clinic']).optional()

export const clinicDaysForm = z.object({ version, week: weekOf(kind) })
type ClinicDaysForm = z.output<typeof clinicDaysForm>
type ClinicWeek = ClinicDaysForm['week']

/** Attendings and residents with their clinics, and what was changed on any. One round trip. */
export async function clinicDaySettings(me: Person) {
  insist(me, 'program.edit')
  const [list, weekly, changes] = await readAll(theTeachers(), theClinics(), changesOf(KIND))
  const teachers = list.map((it) => ({ ...it, clinics: weekly.filter(({ personId }) => personId === it.id) }))
  return { teachers, changes }
}

/** One supervisor's clinic week as its form starts. Throws 404. One round trip. */
export async function clinicDays(me: Person, personId: string) {
  insist(me, 'program.edit')
  const [[teacher], weekly, changes, [{ version }]] = await readAll(
    theTeachers(personId),
    theClinics(personId),
    changesOf(KIND, personId),
    versionOf(KIND, personId),
  )
  if (!teacher) throw notFound()
  return { teacher, week: weekFrom(weekly), changes, version }
}

const theTeachers = (personId?: string) =>
  read
    .select({ id: people.id, name: people.name, kind: supervisors.kind, pgy: supervisors.pgy })
    .from(supervisors)
    .innerJoin(people, eq(people.id, supervisors.personId))
    .where(personId ? eq(people.id, personId) : undefined)
    .orderBy(asc(supervisors.kind), desc(supervisors.pgy), asc(people.familyName))

const theClinics = (personId?: string) =>
  read
    .select()
    .from(clinics)
    .where(personId ? eq(clinics.personId, personId) : undefined)
    .orderBy(asc(clinics.weekday), desc(clinics.half))

const weekFrom = (rows: (typeof clinics.$inferSelect)[]): Partial<ClinicWeek> =>
  Object.fromEntries(rows.map(({ weekday, half, kind }) => [halfDay(weekday, half), kind]))

/** Stores which half-days a supervisor has clinic. */
export async function saveClinicDays(me: Person, personId: string, form: ClinicDaysForm, now = programNow()) {
  insist(me, 'program.edit')
  return change(me, { kind: KIND, id: personId, version: form.version }, now, async (tx) => {
    const own = eq(clinics.personId, personId)
    const [name, standing] = await together([nameOf(tx, personId), tx.select().from(clinics).where(own)])
    const before = weekFrom(standing)
    const rows = halfDays.flatMap((at) => {
      const kind = form.week[at]
      return kind ? [{ ...ofHalfDay(at), personId, kind }] : []
    })
    await together([tx.delete(clinics).where(own), rows.length > 0 ? tx.insert(clinics).values(rows) : undefined])
    const changes = differences(halfDayNames, inWords(before), inWords(form.week))
    return {
      changes: changes.map(({ name: _, ...it }) => ({ ...it, label: `${name}, ${it.label}` })),
      restores: { week: before },
    }
  })
}

const inWords = (week: Partial<ClinicWeek>) =>
  Object.fromEntries(halfDays.map((at) => [at, week[at] ? clinicKinds[week[at]] : null]))

async function nameOf(tx: Tx, personId: string): Promise<string> {
  const [teacher] = await tx
    .select({ name: people.name })
    .from(supervisors)
    .innerJoin(people, eq(people.id, supervisors.personId))
    .where(and(eq(people.id, personId)))
  if (!teacher) throw notFound()
  return teacher.name
}
