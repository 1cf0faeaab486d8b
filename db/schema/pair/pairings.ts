import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { placements } from '../assign/placements'
import { day, id, oneOf, word } from '../columns'
import { people } from '../people/people'

/** A student and a supervisor who must not be paired; the reason stands in a note only a director reads. */
export const exclusions = sqliteTable(
  'exclusions',
  {
    id: id(),
    studentId: text()
      .notNull()
      .references(() => people.id),
    supervisorId: text()
      .notNull()
      .references(() => people.id),
    noteId: text(),
  },
  (t) => [uniqueIndex('an_exclusion_stands_once').on(t.studentId, t.supervisorId)],
)

/** A supervisor with a placed student, from–to, both inclusive. */
export const pairings = sqliteTable(
  'pairings',
  {
    id: id(),
    placementId: text()
      .notNull()
      .references(() => placements.id),
    supervisorId: text()
      .notNull()
      .references(() => people.id),
    firstOn: day().notNull(),
    lastOn: day().notNull(),
    status: word(['draft', 'published']).notNull(),
  },
  (t) => [
    uniqueIndex('a_pairing_begins_once').on(t.placementId, t.supervisorId, t.firstOn),
    index('pairings_by_supervisor').on(t.supervisorId, t.firstOn),
    oneOf('pairings_status', t.status),
  ],
)

/** The attending of record: one a placement; leads where no resident can. */
export const attendingsOfRecord = sqliteTable('attendings_of_record', {
  placementId: text()
    .primaryKey()
    .references(() => placements.id),
  attendingId: text()
    .notNull()
    .references(() => people.id),
})
