import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, oneOf, word } from '../columns'
import { services } from './services'

/** What a resident of a year is asked to do: so many half-months of one service, in the year's usual order. */
export const curriculum = sqliteTable(
  'curriculum',
  {
    id: id(),
    pgy: integer().notNull(),
    position: integer().notNull(),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    /** The other service that may take its place. */
    orServiceId: text().references(() => services.id),
    halfMonths: integer().notNull(),
    kind: word(['interventional', 'intensive care', 'clinical', 'surgery', 'imaging', 'elective']).notNull(),
    note: text(),
  },
  (t) => [
    oneOf('curriculum_kind', t.kind),
    check('curriculum_pgy', sql`${t.pgy} between 1 and 6`),
    check('curriculum_takes_time', sql`${t.halfMonths} between 1 and 24`),
    index('curriculum_by_year').on(t.pgy, t.position),
  ],
)
