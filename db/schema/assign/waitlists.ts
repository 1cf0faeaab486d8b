import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { applications } from '../apply/applications'
import { flag, id, instant } from '../columns'
import { openings } from '../program/clerkships'

/** An opening's waitlist that the coordinator has paused; without a row it moves by itself. */
export const waitlists = sqliteTable('waitlists', {
  openingId: text()
    .primaryKey()
    .references(() => openings.id, { onDelete: 'cascade' }),
  isPaused: flag(),
  reason: text(),
})

/**
 * What is particular about an application's place on an opening's waitlist: a rank that the coordinator gave it, or
 * why it was skipped. Without a row it stands in the proposal's order: who waits is read from applications and wishes.
 */
export const waitlistPlaces = sqliteTable(
  'waitlist_places',
  {
    id: id(),
    openingId: text()
      .notNull()
      .references(() => openings.id, { onDelete: 'cascade' }),
    applicationId: text()
      .notNull()
      .references(() => applications.id),
    rank: integer(),
    skippedFor: text(),
    skippedAt: instant(),
  },
  (t) => [uniqueIndex('an_application_waits_once_for_an_opening').on(t.openingId, t.applicationId)],
)
