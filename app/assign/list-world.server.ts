import { and, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import * as t from '#db/schema/index'
import { openingsIn, rulesIn, seatsIn } from './arrangement.server'
import { factsOf } from './facts.server'
import type { Line } from './list'
import { schoolOf } from './list-places'
import { agreementsIn } from './papers.server'
import { yearSpan } from './year.server'

/** All that the lines of a list are held against: accounts by their address, and for lines without one by name. */
export async function listWorld(from: Pick<Tx, 'select' | 'batch'>, yearId: string, lines: Line[], now: Date) {
  const span = yearSpan(yearId)
  const emails = lines.map(({ email }) => email.toLowerCase()).filter(Boolean)
  const [[year], openings, seats, rules, schools, agreements, accounts, open] = await from.batch([
    from.select().from(t.academicYears).where(eq(t.academicYears.id, yearId)),
    openingsIn(from, span),
    seatsIn(from, span),
    rulesIn(from),
    from.select().from(t.schools),
    agreementsIn(from),
    accountsIn(from, emails),
    openIn(from, yearId),
  ])
  const facts = factsOf({ openings, seats, students: [], wishes: [], rules }, now)
  const named = schoolIdsOf(lines, schools)
  const namesakes = named.length > 0 ? await studyingAt(from, named) : []
  return { year, openings, schools, agreements, accounts, namesakes, open, facts }
}
export type ListWorld = Awaited<ReturnType<typeof listWorld>>

/** The schools of the lines that name a student by nothing but name and school. */
const schoolIdsOf = (lines: Line[], schools: (typeof t.schools.$inferSelect)[]) => {
  const named = lines.filter(({ email }) => !email).map((line) => schoolOf(line, { schools }))
  return [...new Set(named.flatMap((it) => ('id' in it ? [it.id] : [])))]
}

/** Who has an address and studies at one of these schools. */
const studyingAt = (from: Pick<Tx, 'select'>, schoolIds: string[]) =>
  from
    .select({
      personId: t.people.id,
      name: t.people.name,
      email: t.addresses.email,
      schoolId: t.profiles.schoolId,
    })
    .from(t.profiles)
    .innerJoin(t.people, and(eq(t.people.id, t.profiles.personId), isNull(t.people.mergedIntoId)))
    .innerJoin(t.addresses, eq(t.addresses.personId, t.people.id))
    .where(inArray(t.profiles.schoolId, schoolIds))

const accountsIn = (from: Pick<Tx, 'select'>, emails: string[]) =>
  from
    .select({
      personId: t.people.id,
      name: t.people.name,
      email: t.addresses.email,
      closedAt: t.people.deactivatedAt,
      profile: t.profiles,
      isStudent:
        sql<boolean>`exists (select 1 from roles where person_id = ${t.people.id} and role = 'student')`.mapWith(
          Boolean,
        ),
    })
    .from(t.people)
    .leftJoin(t.addresses, eq(t.addresses.personId, t.people.id))
    .leftJoin(t.profiles, eq(t.profiles.personId, t.people.id))
    .where(
      and(
        isNull(t.people.mergedIntoId),
        or(inArray(t.addresses.email, emails), and(isNull(t.addresses.email), isNull(t.people.erasedAt))),
      ),
    )

const openIn = (from: Pick<Tx, 'select'>, yearId: string) =>
  from
    .select({
      studentId: t.applications.studentId,
      clerkshipId: t.applications.clerkshipId,
      reference: t.applications.reference,
    })
    .from(t.applications)
    .where(and(eq(t.applications.yearId, yearId), notInArray(t.applications.status, ['withdrawn', 'not offered'])))
