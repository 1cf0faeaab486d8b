import { and, asc, desc, eq, gte, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import { read } from '#db/client'
import { absences, academicYears, duties, people, services, supervisors } from '#db/schema/index'

/** An academic year's first and last day, worked out by the database. */
const firstOf = (yearId: string) => sql<string>`(select first_on from academic_years where id = ${yearId})`
const lastOf = (yearId: string) => sql<string>`(select last_on from academic_years where id = ${yearId})`

export const everyYear = () => read.select().from(academicYears).orderBy(asc(academicYears.firstOn))

/** Duties that touch a year, with their service, in time's order, as a query for `readAll`. */
export const dutiesIn = (yearId: string, where?: SQL) =>
  read
    .select({
      id: duties.id,
      personId: duties.personId,
      kind: duties.kind,
      firstOn: duties.firstOn,
      lastOn: duties.lastOn,
      service: { id: services.id, name: services.name, letter: services.letter, tone: services.tone },
    })
    .from(duties)
    .innerJoin(services, eq(services.id, duties.serviceId))
    .where(and(lte(duties.firstOn, lastOf(yearId)), gte(duties.lastOn, firstOf(yearId)), where))
    .orderBy(asc(duties.firstOn))

/** Absences and whose they are, in time's order, as a query for `readAll`. */
export const absencesWhere = (where: SQL | undefined) =>
  read
    .select({
      id: absences.id,
      personId: absences.personId,
      name: people.name,
      firstOn: absences.firstOn,
      lastOn: absences.lastOn,
      kind: absences.kind,
      status: absences.status,
    })
    .from(absences)
    .innerJoin(people, eq(people.id, absences.personId))
    .innerJoin(supervisors, eq(supervisors.personId, absences.personId))
    .where(where)
    .orderBy(asc(absences.firstOn), asc(people.familyName))

/** Absences that touch a year and were not refused, as a query for `readAll`. */
export const absencesIn = (yearId: string, where?: SQL) =>
  absencesWhere(
    and(
      lte(absences.firstOn, lastOf(yearId)),
      gte(absences.lastOn, firstOf(yearId)),
      ne(absences.status, 'refused'),
      where,
    ),
  )

/** Residents by year of training, then attendings, as a query for `readAll`. */
export const theTeachers = (personId?: string) =>
  read
    .select({
      id: people.id,
      name: people.name,
      kind: supervisors.kind,
      division: supervisors.division,
      pgy: supervisors.pgy,
      pgyFrom: supervisors.pgyFrom,
    })
    .from(supervisors)
    .innerJoin(people, eq(people.id, supervisors.personId))
    .where(personId ? eq(people.id, personId) : undefined)
    .orderBy(desc(supervisors.kind), desc(supervisors.pgy), asc(people.familyName))

export const ofPerson = (personId: string) => ({
  duties: eq(duties.personId, personId),
  absences: eq(absences.personId, personId),
})
export const onRota = inArray(duties.kind, ['consult week', 'stroke week'])
