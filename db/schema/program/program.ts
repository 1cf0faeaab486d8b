import { sql } from 'drizzle-orm'
import { check, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag } from '../columns'

/** The one row of settings: names, zone, and every rule with a number (days, unless said). */
export const program = sqliteTable(
  'program',
  {
    id: integer().primaryKey(),
    name: text().notNull(),
    hospital: text().notNull(),
    zone: text().notNull().default('America/Los_Angeles'),
    contactEmail: text().notNull(),
    contactPhone: text().notNull(),
    firstDayAt: text().notNull().default('07:00'),
    meetingPlace: text().notNull(),
    exposurePhone: text().notNull(),
    exposureText: text().notNull(),
    /** A year in numbers, as the public page shows it. */
    figures: text({ mode: 'json' }).$type<{ value: string; label: string }[]>().notNull().default([]),
    /** What a resident does by the end of training, in numbers. */
    trainingFigures: text({ mode: 'json' }).$type<{ value: string; label: string }[]>().notNull().default([]),
    applyDaysBefore: integer().notNull().default(60),
    mostChoices: integer().notNull().default(5),
    decisionDays: integer().notNull().default(21),
    replyDays: integer().notNull().default(14),
    shortReplyDays: integer().notNull().default(7),
    shortReplyUnderDays: integer().notNull().default(60),
    replyEndsDaysBefore: integer().notNull().default(28),
    leastReplyHours: integer().notNull().default(24),
    promoteUntilDaysBefore: integer().notNull().default(42),
    dropNoticeDays: integer().notNull().default(28),
    papersDueDaysBefore: integer().notNull().default(28),
    confirmationDays: integer().notNull().default(21),
    leastDaysTogether: integer().notNull().default(3),
    evaluationDueDays: integer().notNull().default(7),
    gradeDueDays: integer().notNull().default(28),
    gradeLimitDays: integer().notNull().default(42),
    leastRatings: integer().notNull().default(3),
    mostStudentsAResident: integer().notNull().default(2),
    /** Who is placed first: fourth-years, then students of the own and affiliated schools, then by score. */
    fourthYearsFirst: flag(),
    affiliatesFirst: flag(),
    /** How many tenths of a point one tier of scores spans; 0 = scores make no tiers. */
    scoreTierTenths: integer().notNull().default(10),
    /** How many students of one school a block takes, where that is limited. */
    mostOfASchool: integer(),
    undoMinutes: integer().notNull().default(10),
  },
  (t) => [check('one_program', sql`${t.id} = 1`)],
)

/** Who is placed first, and how many of one school a block takes: the program's word, kept with each proposal. */
export type Policy = Pick<
  typeof program.$inferSelect,
  'fourthYearsFirst' | 'affiliatesFirst' | 'scoreTierTenths' | 'mostOfASchool'
>
