import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, instant, oneOf, word } from '../columns'
import { clerkships } from './clerkships'

/** How a requirement is judged: data, never code. Days count back from sending or from the first day. */
export type RequirementRule =
  | { kind: 'file' }
  | { kind: 'issued-within'; days: number; before: 'sending' | 'start' }
  | { kind: 'valid-through-last-day'; days?: number }
  | { kind: 'flu-season' }
  | { kind: 'statement'; words: number }
  | { kind: 'school-confirms' }
  | { kind: 'exam-passed' }
  | { kind: 'core-clerkships-done' }
  | { kind: 'agreement' }

/**
 * What a clerkship asks for. Versioned: an edited one is a new row, the old is retired. A version is in force from
 * `fromAt` (null: from the beginning) until just before `retiredAt`.
 */
export const requirements = sqliteTable(
  'requirements',
  {
    id: id(),
    clerkshipId: text()
      .notNull()
      .references(() => clerkships.id),
    key: text().notNull(),
    version: integer().notNull().default(1),
    name: text().notNull(),
    task: text().notNull(),
    hint: text(),
    phase: word(['to apply', 'to start']).notNull(),
    rule: text({ mode: 'json' }).$type<RequirementRule>().notNull(),
    dueDaysBefore: integer(),
    isHealth: flag(),
    position: integer().notNull(),
    fromAt: instant(),
    retiredAt: instant(),
  },
  (t) => [
    uniqueIndex('a_requirement_has_one_row_a_version').on(t.clerkshipId, t.key, t.version),
    uniqueIndex('a_requirement_has_one_version_in_force').on(t.clerkshipId, t.key).where(sql`${t.retiredAt} is null`),
    index('requirements_by_clerkship').on(t.clerkshipId),
    oneOf('requirements_phase', t.phase),
  ],
)
