import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/libsql/migrator'
import { rawDatabase } from './client'

const folder = fileURLToPath(new URL('./migrations', import.meta.url))
/** A table rebuild drops triggers silently: start refuses when one of these is missing. */
const triggers = ['events_are_never_updated', 'events_are_never_deleted', 'signed_answers_are_never_changed']

/** Brings the open database to this code's schema. Throws a sentence when it is newer than the code. */
export async function migrateDatabase(): Promise<void> {
  const db = rawDatabase()
  if (db.$client.protocol === 'file') await db.run(sql`pragma journal_mode = wal`)
  await refuseNewer()
  await migrate(db, { migrationsFolder: folder })
  await refuseWithoutTriggers()
}

async function refuseNewer(): Promise<void> {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] }
  const shipped = Math.max(...journal.entries.map((entry) => entry.when))
  const db = rawDatabase()
  const known = await db.all<{ name: string }>(sql`select name from sqlite_master where name = '__drizzle_migrations'`)
  if (known.length === 0) return
  const [row] = await db.all<{ at: number }>(sql`select max(created_at) as at from __drizzle_migrations`)
  if (Number(row?.at ?? 0) > shipped) {
    throw new Error('This database was made by a newer version of the portal: install that version to open it.')
  }
}

async function refuseWithoutTriggers(): Promise<void> {
  const rows = await rawDatabase().all<{ name: string }>(sql`select name from sqlite_master where type = 'trigger'`)
  const there = new Set(rows.map((row) => row.name))
  const missing = triggers.filter((name) => !there.has(name))
  if (missing.length > 0) throw new Error(`The database lacks these triggers: ${missing.join(', ')}.`)
}
