import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, flag, id, instant } from '../columns'

/** Its id is like 2026-27. */
export const academicYears = sqliteTable('academic_years', {
  id: text().primaryKey(),
  firstOn: day().notNull(),
  lastOn: day().notNull(),
  /** When its dates open, once that is known. */
  opensAt: instant(),
})

/** First and last day, both inclusive, entered not computed. A half is a block with partOfId. */
export const blocks = sqliteTable(
  'blocks',
  {
    id: id(),
    yearId: text()
      .notNull()
      .references(() => academicYears.id),
    name: text().notNull(),
    firstOn: day().notNull(),
    lastOn: day().notNull(),
    applyByOn: day().notNull(),
    partOfId: text().references((): AnySQLiteColumn => blocks.id),
    mostStudents: integer(),
  },
  (t) => [uniqueIndex('a_block_has_its_own_name_in_a_year').on(t.yearId, t.name), index('blocks_by_day').on(t.firstOn)],
)

export const holidays = sqliteTable('holidays', {
  on: day().primaryKey(),
  name: text().notNull(),
})

/** Weekly, or every so many weeks counted from firstOn. Times are HH:MM of the program's zone. */
export const conferences = sqliteTable('conferences', {
  id: id(),
  name: text().notNull(),
  weekday: integer().notNull(),
  startsAt: text().notNull(),
  endsAt: text().notNull(),
  firstOn: day().notNull(),
  /** Its last day, once it ends. */
  lastOn: day(),
  everyWeeks: integer().notNull().default(1),
  isFirstOfMonth: flag(),
  isOptional: flag(),
  isForStudents: flag(),
  replacesNoon: flag(),
  note: text(),
})
