import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, flag, id, instant, oneOf, word } from '../columns'
import { blocks } from './calendar'
import { services } from './services'

/** What a student applies for. */
export const clerkships = sqliteTable(
  'clerkships',
  {
    id: id(),
    slug: text().notNull(),
    name: text().notNull(),
    kind: word(['sub-internship', 'elective']).notNull(),
    summary: text().notNull(),
    weeks: integer().notNull(),
    years: text({ mode: 'json' }).$type<(3 | 4)[]>().notNull(),
    feeCents: integer().notNull(),
    status: word(['draft', 'open', 'closed']).notNull(),
    takesVslo: flag(),
  },
  (t) => [
    uniqueIndex('a_clerkship_has_its_own_slug').on(t.slug),
    oneOf('clerkships_kind', t.kind),
    oneOf('clerkships_status', t.status),
  ],
)

/** A clerkship offered in a block: opens at an instant, closes at the end of the block's apply-by day. */
export const windows = sqliteTable(
  'windows',
  {
    id: id(),
    clerkshipId: text()
      .notNull()
      .references(() => clerkships.id),
    blockId: text()
      .notNull()
      .references(() => blocks.id),
    opensAt: instant().notNull(),
  },
  (t) => [uniqueIndex('a_clerkship_is_offered_once_in_a_block').on(t.clerkshipId, t.blockId)],
)

/** A clerkship's seats on one service in one block. */
export const openings = sqliteTable(
  'openings',
  {
    id: id(),
    clerkshipId: text()
      .notNull()
      .references(() => clerkships.id),
    blockId: text()
      .notNull()
      .references(() => blocks.id),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    seats: integer().notNull(),
    minimum: integer().notNull().default(0),
    heldSeats: integer().notNull().default(0),
    heldUntilOn: day(),
  },
  (t) => [uniqueIndex('an_opening_stands_once').on(t.clerkshipId, t.blockId, t.serviceId)],
)
