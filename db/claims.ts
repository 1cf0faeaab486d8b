import { and, asc, count, eq, gte, inArray, type SQL } from 'drizzle-orm'
import type { read } from './client'
import { applications, choices } from './schema/apply/applications'
import { placements } from './schema/assign/placements'
import { people } from './schema/people/people'
import { academicYears } from './schema/program/calendar'
import { openings } from './schema/program/clerkships'

/** Who counts on what a coordinator wants to change: asked by the program of later rooms' tables. */
type From = Pick<typeof read, 'select'>

/** How many applications there are in an academic year, whatever became of them. */
export const applicationsOf = (from: From, yearId: string) =>
  from.select({ n: count() }).from(applications).where(eq(applications.yearId, yearId))

/** Who has or had a place in these blocks, whatever became of it. */
export const placedInBlocks = (from: From, blockIds: string[]) =>
  from
    .select({
      blockId: openings.blockId,
      openingId: openings.id,
      status: placements.status,
      isOverbooked: placements.isOverbooked,
      familyName: people.familyName,
    })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(people, eq(people.id, placements.studentId))
    .where(inArray(openings.blockId, blockIds))
    .orderBy(people.familyName)

/** Wishes for these blocks, each with the state of its application. */
export const wishesForBlocks = (from: From, blockIds: string[]) =>
  from
    .select({
      blockId: choices.blockId,
      serviceId: choices.serviceId,
      clerkshipId: applications.clerkshipId,
      status: applications.status,
      hasEnded: choices.hasEnded,
      familyName: people.familyName,
    })
    .from(choices)
    .innerJoin(applications, eq(applications.id, choices.applicationId))
    .innerJoin(people, eq(people.id, applications.studentId))
    .where(inArray(choices.blockId, blockIds))
    .orderBy(people.familyName)

/** How many applications for a clerkship are in each state. */
export const applicationStates = (from: From, clerkshipId: SQL | string) =>
  from
    .select({ status: applications.status, n: count() })
    .from(applications)
    .where(eq(applications.clerkshipId, clerkshipId))
    .groupBy(applications.status)

/** The applications for a clerkship that are not sent, in years that are not over on this day. */
export const openDrafts = (from: From, clerkshipId: SQL | string, today: string) =>
  from
    .select({ id: applications.id, studentId: applications.studentId, familyName: people.familyName })
    .from(applications)
    .innerJoin(academicYears, eq(academicYears.id, applications.yearId))
    .innerJoin(people, eq(people.id, applications.studentId))
    .where(
      and(
        eq(applications.clerkshipId, clerkshipId),
        eq(applications.status, 'draft'),
        gte(academicYears.lastOn, today),
      ),
    )
    .orderBy(asc(people.familyName), asc(applications.id))
