import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf, word } from '../columns'
import { academicYears } from '../program/calendar'
import type { Policy } from '../program/program'

/** Why a wish better than the outcome was not fulfilled: one true reason each. */
export type Reason = {
  wish: number
  /** `open`: only when the search was stopped by time. */
  kind: 'ineligible' | 'overlap' | 'closed' | 'full' | 'traded' | 'open'
  rule: string
  says: string
  /** The opening that was nearest to a place. */
  openingId?: string
  /** The applications that hold what is full. */
  concerns?: string[]
  /** Whom placing the student there would move: from which wish to which, null = without a place. */
  chain?: Moved[]
}
export type Moved = { applicationId: string; from: number | null; to: number | null }
/** `was` is the opening that a draft or an open offer held. */
export type ProposedSeat = {
  applicationId: string
  openingId: string
  wish: number
  was?: string | null
  reasons: Reason[]
}
export type Unplaced = { applicationId: string; was?: string | null; reasons: Reason[] }
/** What one more seat in an opening would change: how many more are placed, how many get a better wish. */
export type Worth = { openingId: string; places: number; improves: number }
/** A rule that standing places break, and who sits where: a holder is an application, or a placement without one. */
export type Broken = { says: string; seats: { holder: string; openingId: string }[] }
/** What a stage came to and the least it could; null when time ran out before it. */
export type Part = { part: string; value: number; bound: number | null; unit: string }

/** A stored run: what went in (its hash), what came out. */
export const proposals = sqliteTable(
  'proposals',
  {
    id: id(),
    yearId: text()
      .notNull()
      .references(() => academicYears.id),
    number: integer().notNull(),
    status: word(['running', 'optimal', 'time-limit', 'fallback', 'cancelled', 'serial']).notNull(),
    inputHash: text().notNull(),
    seed: text().notNull(),
    seats: text({ mode: 'json' }).$type<ProposedSeat[]>().notNull(),
    unplaced: text({ mode: 'json' }).$type<Unplaced[]>().notNull(),
    /** What each stage came to, in order; empty for a serial order. */
    stages: text({ mode: 'json' }).$type<Part[]>().notNull().default([]),
    worth: text({ mode: 'json' }).$type<Worth[]>().notNull().default([]),
    /** What the places that stood broke already; only sentences in runs from before it was kept whose places. */
    breaches: text({ mode: 'json' }).$type<(Broken | string)[]>().notNull().default([]),
    /** How many students there were in each tier, from the first. */
    tiers: text({ mode: 'json' }).$type<number[]>().notNull().default([]),
    /** Who was to be placed first; null in runs from before it was kept. */
    policy: text({ mode: 'json' }).$type<Policy>(),
    /** Why the serial order was taken instead. */
    fallback: text(),
    /** The library that solved it, with its version. */
    solver: text(),
    tookMs: integer(),
    madeById: text().notNull(),
    madeAt: instant().notNull(),
    acceptedAt: instant(),
    discardedAt: instant(),
  },
  (t) => [
    uniqueIndex('a_year_has_one_running_proposal').on(t.yearId).where(sql`${t.status} = 'running'`),
    oneOf('proposals_status', t.status),
  ],
)

/** One an academic year: its seed is drawn when the first window opens and orders equals. */
export const lotteries = sqliteTable('lotteries', {
  yearId: text()
    .primaryKey()
    .references(() => academicYears.id),
  seed: text().notNull(),
  drawnAt: instant().notNull(),
})
