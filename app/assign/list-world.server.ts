import { and, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import * as t from '#db/schema/index'
import { openingsIn, rulesIn, seatsIn } from './arrangement.server'
import { factsOf } from './facts.server'
import { agreementsIn } from './papers.server'
import { yearSpan } from './year.server'

/** All that the lines of a list are held against, in one round trip; who has no address is known by name. */
export async function listWorld(from: Pick<Tx, 'select' | 'batch'>, yearId: string, emails: string[], now: Date) {
  const span = yearSpan(yearId)
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
  return { year, openings, schools, agreements, accounts, open, facts }
}
export type ListWorld = Awaited<ReturnType<typeof listWorld>>

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
