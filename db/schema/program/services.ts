import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, oneOf, word } from '../columns'

/** A clinical team. Students are placed only on those that take students. */
export const services = sqliteTable(
  'services',
  {
    id: id(),
    slug: text().notNull(),
    name: text().notNull(),
    letter: text().notNull(),
    tone: word(['ok', 'warn', 'bad', 'info', 'wait', 'neutral']).notNull().default('neutral'),
    description: text(),
    /** What it treats, a line each. */
    focus: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
    takesStudents: flag(),
    mostStudents: integer().notNull().default(0),
    position: integer().notNull(),
  },
  (t) => [uniqueIndex('a_service_has_its_own_slug').on(t.slug), oneOf('services_tone', t.tone)],
)

/** A half-day of work inside a service. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: id(),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    name: text().notNull(),
    description: text(),
    /** Which clinic it is: whoever has that clinic in the half-day is with the student; without, the team is. */
    clinic: word(['clinic', 'vein clinic']),
    position: integer().notNull(),
  },
  (t) => [oneOf('sessions_clinic', t.clinic)],
)

/** A family of procedures that a service does: a heading of the public page and of the students’ log. */
export const procedureFamilies = sqliteTable(
  'procedure_families',
  {
    id: id(),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    name: text().notNull(),
    description: text(),
    position: integer().notNull(),
  },
  (t) => [uniqueIndex('a_procedure_family_has_its_own_name').on(t.name)],
)

/** What a student on a service does in which half-day of the week (1 = Monday). */
export const sessionTimes = sqliteTable(
  'session_times',
  {
    id: id(),
    sessionId: text()
      .notNull()
      .references(() => sessions.id),
    serviceId: text()
      .notNull()
      .references(() => services.id),
    weekday: integer().notNull(),
    half: word(['morning', 'afternoon']).notNull(),
  },
  (t) => [
    uniqueIndex('a_half_day_has_one_session').on(t.serviceId, t.weekday, t.half),
    oneOf('session_times_half', t.half),
  ],
)
