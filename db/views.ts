import { and, count, desc, eq, gte, inArray, isNotNull, lte, ne, sql } from 'drizzle-orm'
import { read } from './client'
import { applications, choices } from './schema/apply/applications'
import { placements } from './schema/assign/placements'
import { pairings } from './schema/pair/pairings'
import { people } from './schema/people/people'
import { blocks } from './schema/program/calendar'
import { openings } from './schema/program/clerkships'
import { services } from './schema/program/services'
import { absences, supervisors } from './schema/program/supervisors'

/** The states in which a placement holds its seat. */
export const livePlacement = ['draft', 'offered', 'accepted', 'confirmed', 'completed'] as const

/** How many live placements the opening in hand has, as a column: looked up for it, however many years there are. */
export const seatsTaken = () =>
  sql<number>`(select count(*) from ${placements} where ${placements.openingId} = ${openings.id}
    and ${inArray(placements.status, [...livePlacement])})`.mapWith(Number)

/** What a placement came in the place of: one whose block moved, or one that we cancelled; null for any other. */
export const insteadOf = sql<'moved' | 'cancelled' | null>`(select
    case when p.opening_id = placements.opening_id then 'moved' else 'cancelled' end
  from placements p where p.replaced_by_id = placements.id and p.status = 'cancelled')`

/** The newest placement of an application that the student knows of, with its block, as a query for `readAll`. */
export const placementOf = (applicationId: string) =>
  read
    .select({
      id: placements.id,
      status: placements.status,
      statusAt: placements.statusAt,
      reason: placements.reason,
      insteadOf,
      expiresAt: placements.expiresAt,
      papersDueOn: placements.papersDueOn,
      block: blocks,
      service: services.name,
    })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .where(and(eq(placements.applicationId, applicationId), ne(placements.status, 'draft')))
    .orderBy(desc(placements.statusAt), isNotNull(placements.replacedById))
    .limit(1)

/** `read`, or the transaction in hand. */
type From = Pick<typeof read, 'select'>

/** How many dates each application ranks that is not decided yet. */
export const datesRanked = (from: From) =>
  from
    .select({ applicationId: choices.applicationId, dates: count() })
    .from(choices)
    .innerJoin(applications, eq(applications.id, choices.applicationId))
    .where(inArray(applications.status, ['draft', 'submitted', 'returned', 'eligible', 'waitlisted']))
    .groupBy(choices.applicationId)

/** The days on which each resident has a student, from this day on, and the most of their own if they have one. */
export const residentDays = (from: From, day: string) =>
  from
    .select({
      personId: pairings.supervisorId,
      name: people.name,
      most: supervisors.mostStudents,
      firstOn: pairings.firstOn,
      lastOn: pairings.lastOn,
    })
    .from(pairings)
    .innerJoin(people, eq(people.id, pairings.supervisorId))
    .innerJoin(supervisors, and(eq(supervisors.personId, people.id), eq(supervisors.kind, 'resident')))
    .innerJoin(placements, eq(placements.id, pairings.placementId))
    .where(and(inArray(placements.status, [...livePlacement]), gte(pairings.lastOn, day)))

/** The days of the live placements on a service, from this day on, overbooked ones left out. */
export const placedDays = (from: From, serviceId: string, day: string) =>
  from
    .select({ firstOn: blocks.firstOn, lastOn: blocks.lastOn })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .where(
      and(
        eq(openings.serviceId, serviceId),
        inArray(placements.status, [...livePlacement]),
        eq(placements.isOverbooked, false),
        gte(blocks.lastOn, day),
      ),
    )

/** Published pairings of these supervisors that touch these days, each with its student and service. */
export const publishedPairings = (from: From, supervisorIds: string[], firstOn: string, lastOn: string) =>
  from
    .select({
      id: pairings.id,
      personId: pairings.supervisorId,
      student: people.name,
      serviceId: openings.serviceId,
      blockId: openings.blockId,
      firstOn: pairings.firstOn,
      lastOn: pairings.lastOn,
    })
    .from(pairings)
    .innerJoin(placements, eq(placements.id, pairings.placementId))
    .innerJoin(people, eq(people.id, placements.studentId))
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .where(
      and(
        eq(pairings.status, 'published'),
        inArray(pairings.supervisorId, supervisorIds),
        inArray(placements.status, [...livePlacement]),
        lte(pairings.firstOn, lastOn),
        gte(pairings.lastOn, firstOn),
      ),
    )
    .orderBy(pairings.firstOn)

/** Published pairings whose supervisor is away on some of their days, from this day on, with the absence. */
export const pairedWhileAway = (day: string) =>
  read
    .select({
      absenceId: absences.id,
      student: people.name,
      blockId: openings.blockId,
      firstOn: pairings.firstOn,
      lastOn: pairings.lastOn,
    })
    .from(absences)
    .innerJoin(
      pairings,
      and(
        eq(pairings.supervisorId, absences.personId),
        lte(pairings.firstOn, absences.lastOn),
        gte(pairings.lastOn, absences.firstOn),
      ),
    )
    .innerJoin(placements, eq(placements.id, pairings.placementId))
    .innerJoin(people, eq(people.id, placements.studentId))
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .where(
      and(
        eq(absences.status, 'approved'),
        gte(absences.lastOn, day),
        eq(pairings.status, 'published'),
        inArray(placements.status, [...livePlacement]),
      ),
    )
    .orderBy(pairings.firstOn)
