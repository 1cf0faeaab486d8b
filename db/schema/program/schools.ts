import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, flag, id } from '../columns'

export const schools = sqliteTable(
  'schools',
  {
    id: id(),
    name: text().notNull(),
    city: text().notNull(),
    registrarEmail: text(),
    isOwn: flag(),
    isAffiliated: flag(),
    grades: text({ mode: 'json' }).$type<string[]>(),
  },
  (t) => [uniqueIndex('a_school_has_its_own_name').on(t.name)],
)

/** An executed agreement: nobody is confirmed unless one covers first to last day. */
export const agreements = sqliteTable(
  'agreements',
  {
    id: id(),
    schoolId: text()
      .notNull()
      .references(() => schools.id),
    firstOn: day().notNull(),
    lastOn: day().notNull(),
    mostStudents: integer(),
  },
  (t) => [index('agreements_by_school').on(t.schoolId)],
)
