import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { applications } from '../apply/applications'
import { day, flag, id, instant, oneOf, word } from '../columns'
import { people } from '../people/people'
import { openings } from '../program/clerkships'

/** A student in an opening. Live: draft, offered, accepted, confirmed, completed. */
export const placements = sqliteTable(
  'placements',
  {
    id: id(),
    applicationId: text().references(() => applications.id),
    studentId: text()
      .notNull()
      .references(() => people.id),
    openingId: text()
      .notNull()
      .references(() => openings.id),
    status: word([
      'draft',
      'offered',
      'accepted',
      'confirmed',
      'completed',
      'declined',
      'lapsed',
      'withdrawn',
      'cancelled',
    ]).notNull(),
    isPinned: flag(),
    /** Placed beyond the seats by the program director; the reason stands in the event's note. */
    isOverbooked: flag(),
    statusAt: instant().notNull(),
    placedById: text(),
    placedAt: instant(),
    expiresAt: instant(),
    papersDueOn: day(),
    reason: text(),
    replacedById: text().references((): AnySQLiteColumn => placements.id),
  },
  (t) => [
    uniqueIndex('an_application_has_one_live_placement')
      .on(t.applicationId)
      .where(sql`${t.status} in ('draft', 'offered', 'accepted', 'confirmed', 'completed')`),
    index('placements_by_opening').on(t.openingId, t.status),
    index('placements_by_student').on(t.studentId),
    index('placements_by_status').on(t.status, t.expiresAt),
    oneOf('placements_status', t.status),
  ],
)
