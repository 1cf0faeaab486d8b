import { sql } from 'drizzle-orm'
import { check, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf, word } from '../columns'

/** Work that happens by itself. Leases are of the machine's clock, `dueAt` of the program's. */
export const jobs = sqliteTable(
  'jobs',
  {
    id: id(),
    name: text().notNull(),
    key: text().notNull(),
    state: word(['due', 'running', 'done', 'failed', 'cancelled']).notNull().default('due'),
    dueAt: instant().notNull(),
    input: text({ mode: 'json' }),
    leaseUntil: instant(),
    attempts: integer().notNull().default(0),
    progress: integer(),
    cancelAskedAt: instant(),
    startedAt: instant(),
    endedAt: instant(),
    error: text(),
  },
  (t) => [uniqueIndex('a_job_is_queued_once_by_its_key').on(t.key), oneOf('jobs_state', t.state)],
)

/** What a person typed and hasn't sent; also a POST refused because the session ended. */
export const drafts = sqliteTable(
  'drafts',
  {
    personId: text().notNull(),
    path: text().notNull(),
    form: text({ mode: 'json' }).$type<[string, string][]>().notNull(),
    at: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.path] })],
)

/** How often something was tried in a window: counted by upsert, so that every process sees it. */
export const limits = sqliteTable(
  'limits',
  {
    kind: text().notNull(),
    key: text().notNull(),
    window: integer().notNull(),
    n: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.kind, t.key, t.window] })],
)

/** One row: whether this is a demo, and its moved clock (programAt was the program's time at machineAt). */
export const clock = sqliteTable(
  'clock',
  {
    id: integer().primaryKey(),
    isDemo: integer({ mode: 'boolean' }).notNull(),
    programAt: instant().notNull(),
    machineAt: instant().notNull(),
  },
  (t) => [check('one_clock', sql`${t.id} = 1`)],
)
