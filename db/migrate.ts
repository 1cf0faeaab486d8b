import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { rawDatabase, WAIT_IN_SQLITE_MS } from './client'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))
/** A table rebuild drops triggers silently: start refuses when one of these is missing. */
const triggers = [
  'events_are_never_updated',
  'events_are_never_deleted',
  'signed_answers_are_never_changed',
  'signed_answers_are_never_deleted',
  'signed_grades_are_never_changed',
  'signed_grades_are_never_deleted',
]

/** Nobody is served yet, so start waits inside SQLite for a process that is just closing the file. */
const WAIT_AT_START_MS = 5000

/** Brings the open database to this code's schema. Throws a sentence when it is newer than the code. */
export async function migrateDatabase(): Promise<void> {
  const db = rawDatabase()
  if (db.$client.protocol === 'file') {
    await db.run(sql.raw(`pragma busy_timeout = ${WAIT_AT_START_MS}`))
    await db.run(sql`pragma journal_mode = wal`)
    await db.run(sql.raw(`pragma busy_timeout = ${WAIT_IN_SQLITE_MS}`))
  }
  await refuseNewer()
  await migrate(db, { migrationsFolder: folder })
  await refuseWithoutTriggers()
}

/** Throws a sentence unless the open database has this code's schema; changes nothing. */
export async function checkDatabase(): Promise<void> {
  await refuseNewer()
  if ((await migratedUntil()) < shippedUntil()) {
    throw new Error(
      'This database is not ready for this version of the portal: run "npm run migrate" once, then start.',
    )
  }
  await refuseWithoutTriggers()
}

/** When the last migration of this code was made. */
function shippedUntil(): number {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] }
  return Math.max(...journal.entries.map((entry) => entry.when))
}

/** When the last migration that the open database has seen was made; 0 for an empty one. */
async function migratedUntil(): Promise<number> {
  const db = rawDatabase()
  const known = await db.all<{ name: string }>(sql`select name from sqlite_master where name = '__drizzle_migrations'`)
  if (known.length === 0) return 0
  const [row] = await db.all<{ at: number }>(sql`select max(created_at) as at from __drizzle_migrations`)
  return Number(row?.at ?? 0)
}

async function refuseNewer(): Promise<void> {
  if ((await migratedUntil()) > shippedUntil()) {
    throw new Error('This database was made by a newer version of the portal: install that version to open it.')
  }
}

async function refuseWithoutTriggers(): Promise<void> {
  const rows = await rawDatabase().all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger'`)
  const there = new Set(rows.map((row) => row.name))
  const missing = triggers.filter((name) => !there.has(name))
  if (missing.length > 0) throw new Error(`The database lacks these triggers: ${missing.join(', ')}.`)
}
