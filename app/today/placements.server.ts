import { and, count, eq, gt, inArray, isNull, lte, min, ne, notInArray, or, sql } from 'drizzle-orm'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { livePlacement, seatsTaken } from '#db/views'
import { few, only } from './scope.server'

/** Offers without an answer, and when the next one ends. */
export const openOffers = (me: Person) =>
  read
    .select({ n: count(), next: min(t.placements.expiresAt), names: few(t.people.familyName) })
    .from(t.placements)
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .where(and(only(may(me, 'placement.arrange')), eq(t.placements.status, 'offered')))

/** Drafts on the board that nobody has been told of, and placements beyond the seats. */
export const draftsAndOverbooked = (me: Person, today: string) =>
  read
    .select({
      drafts: sql<number>`coalesce(sum(${t.placements.status} = 'draft'), 0)`,
      overbooked: sql<number>`coalesce(sum(${t.placements.isOverbooked}), 0)`,
    })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(
      and(
        only(may(me, 'placement.arrange')),
        inArray(t.placements.status, [...livePlacement]),
        gt(t.blocks.firstOn, today),
      ),
    )

/** Seats that are free in blocks still to come. */
export function freeSeats(me: Person, today: string) {
  return read
    .select({ n: sql<number>`coalesce(sum(max(0, ${t.openings.seats} - ${seatsTaken()})), 0)` })
    .from(t.openings)
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(and(only(may(me, 'placement.arrange')), gt(t.blocks.firstOn, today)))
}

const unsigned = or(isNull(t.grades.id), notInArray(t.grades.status, ['signed', 'corrected']))
const gradeDueOn = sql<string>`
  date(${t.blocks.lastOn}, '+' || (select grade_due_days from program) || ' days')`

/** Rotations that ended and whose grade is not signed. */
export const gradesToSign = (me: Person) =>
  read
    .select({
      n: count(),
      dueOn: min(gradeDueOn),
      blocks: sql<string | null>`group_concat(distinct ${t.blocks.name})`,
      names: few(t.people.familyName),
    })
    .from(t.placements)
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .leftJoin(t.grades, eq(t.grades.placementId, t.placements.id))
    .where(
      and(
        only(may(me, 'completion.read')),
        eq(t.placements.status, 'completed'),
        unsigned,
        ne(t.placements.studentId, me.personId),
      ),
    )

/** The next block in which somebody is placed, for whoever pairs. */
export const nextBlock = (me: Person, today: string) =>
  read
    .select({ id: t.blocks.id, name: t.blocks.name, firstOn: t.blocks.firstOn })
    .from(t.blocks)
    .where(and(only(may(me, 'pairing.arrange')), gt(t.blocks.firstOn, today), isNull(t.blocks.partOfId)))
    .orderBy(t.blocks.firstOn)
    .limit(1)

/** The block that is running, if one is. */
export const blockNow = (today: string) =>
  read
    .select({ name: t.blocks.name, firstOn: t.blocks.firstOn, lastOn: t.blocks.lastOn })
    .from(t.blocks)
    .where(and(lte(t.blocks.firstOn, today), sql`${t.blocks.lastOn} >= ${today}`, isNull(t.blocks.partOfId)))
    .limit(1)
