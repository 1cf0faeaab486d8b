import { and, eq, inArray, sql } from 'drizzle-orm'
import { dayAt } from '#app/workflow/day.server'
import type { Tx } from '#db/client'
import * as t from '#db/schema/index'
import type { AssignFacts, Student } from './arrangement'
import { openingsIn, type StudentRow, seatsIn, studentsWhere, wishesWhere } from './arrangement.server'
import { CHANGING } from './block-change'
import { factsOf } from './facts.server'
import { hasNoPlace, isDecided, isUndecidedSince } from './free-seats.server'
import { tiered } from './priority'
import { reviewsWhere, scoreOf } from './scores.server'
import { inTurns } from './turns.server'
import { placeable, yearSpan } from './year.server'

const decidedOf = (from: Pick<Tx, 'select'>, yearId: string, today: string) =>
  from
    .select({ id: t.openings.id })
    .from(t.openings)
    .innerJoin(t.blocks, and(eq(t.blocks.id, t.openings.blockId), eq(t.blocks.yearId, yearId)))
    .where(isDecided(today))

const listsOf = (from: Pick<Tx, 'select'>, yearId: string) =>
  from
    .select({ list: t.waitlists })
    .from(t.waitlists)
    .innerJoin(t.openings, eq(t.openings.id, t.waitlists.openingId))
    .innerJoin(t.blocks, and(eq(t.blocks.id, t.openings.blockId), eq(t.blocks.yearId, yearId)))

const placesOf = (from: Pick<Tx, 'select'>, yearId: string) =>
  from
    .select({ place: t.waitlistPlaces })
    .from(t.waitlistPlaces)
    .innerJoin(t.applications, eq(t.applications.id, t.waitlistPlaces.applicationId))
    .where(eq(t.applications.yearId, yearId))

/** Who was cancelled where, with no decision since: the seat that was taken from them is not offered to them again. */
const cancelledOf = (from: Pick<Tx, 'select'>, yearId: string) =>
  from
    .select({ openingId: t.placements.openingId, applicationId: t.placements.applicationId })
    .from(t.placements)
    .innerJoin(t.applications, eq(t.applications.id, t.placements.applicationId))
    .where(
      and(
        ...[eq(t.applications.yearId, yearId), eq(t.placements.status, 'cancelled')],
        isUndecidedSince(t.applications.id, t.placements.statusAt),
      ),
    )

/** Blocks of the year, and halves of them, that are about to move or to be cancelled. */
const changingOf = (from: Pick<Tx, 'select'>, yearId: string) =>
  from
    .select({ id: t.blocks.id })
    .from(t.blocks)
    .innerJoin(t.jobs, sql`${t.jobs.input} ->> 'blockId' in (${t.blocks.id}, ${t.blocks.partOfId})`)
    .where(and(...[eq(t.blocks.yearId, yearId), eq(t.jobs.name, CHANGING)], inArray(t.jobs.state, ['due', 'running'])))

export type Place = typeof t.waitlistPlaces.$inferSelect
export type List = typeof t.waitlists.$inferSelect
/** A year's waitlists: who waits in turn, and what the coordinator set for each opening. */
export type Waiting = {
  facts: AssignFacts
  /** Everybody without a place, in turn: who waits, and who can be placed and is not decided about yet. */
  turns: Student[]
  undecided: Set<string>
  cancelled: Set<string>
  /** Blocks whose seats go to nobody now, since they are about to move or to be cancelled. */
  changing: Set<string>
  /** The openings of the year whose seats have been given out. */
  decided: Set<string>
  lists: Map<string, List>
  places: Map<string, Place>
  rules: typeof t.program.$inferSelect
}
export const placeKey = (openingId: string, applicationId: string) => `${openingId} ${applicationId}`

type From = Pick<Tx, 'select' | 'batch'>

/** Reads a year's waitlists in one round trip. Who waits stands by tier, score and the year's lottery. */
export async function waitingIn(from: From, yearId: string, now: Date): Promise<Waiting> {
  const [students, seats, openings, wishes, reviews, [rules], ...rest] = await rowsOf(from, yearId, now)
  const [lists, places, [lottery], decided, cancelled, changing] = rest
  const all = factsOf({ openings, seats, students, wishes, rules: [rules] }, now)
  const scored = all.students.map((it) => ({ ...it, score: scoreOf(reviews, it.id) }))
  const facts = { ...all, students: tiered({ ...all, students: scored }, rules) }
  return {
    facts,
    rules,
    turns: inTurns(facts.students, lottery?.seed ?? ''),
    undecided: new Set(students.filter(isEligible).map(({ application }) => application.id)),
    cancelled: new Set(cancelled.map((it) => placeKey(it.openingId, it.applicationId!))),
    changing: new Set(changing.map(({ id }) => id)),
    decided: new Set(decided.map(({ id }) => id)),
    lists: new Map(lists.map(({ list }) => [list.openingId, list])),
    places: new Map(places.map(({ place }) => [placeKey(place.openingId, place.applicationId), place])),
  }
}

const isEligible = ({ application }: StudentRow) => application.status === 'eligible'

function rowsOf(from: From, yearId: string, now: Date) {
  const where = and(placeable(yearId), hasNoPlace)
  return from.batch([
    studentsWhere(from, where),
    seatsIn(from, yearSpan(yearId)),
    openingsIn(from, yearSpan(yearId)),
    wishesWhere(from, where),
    reviewsWhere(from, where),
    from.select().from(t.program),
    listsOf(from, yearId),
    placesOf(from, yearId),
    from.select().from(t.lotteries).where(eq(t.lotteries.yearId, yearId)),
    decidedOf(from, yearId, dayAt(now)),
    cancelledOf(from, yearId),
    changingOf(from, yearId),
  ])
}
