import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { loadClock } from '#app/workflow/clock.server'
import { closeDatabase, openDatabase, rawDatabase } from '#db/client'
import { migrateDatabase } from '#db/migrate'
import { type Sqld, startSqld } from './sqld'

/** Migrated once a run by global-setup, then copied: a fresh database costs a copy, not a migration. */
export const TEMPLATE = resolve('tests/output/template.db')
const isOnServer = process.env.TEST_DATABASE === 'sqld'
let server: Sqld | undefined

export async function makeTemplate(): Promise<void> {
  mkdirSync('tests/output', { recursive: true })
  for (const end of ['', '-wal', '-shm']) rmSync(TEMPLATE + end, { force: true })
  openDatabase({ url: `file:${TEMPLATE}` })
  await migrateDatabase()
  await rawDatabase().$client.execute('pragma wal_checkpoint(truncate)')
  closeDatabase()
}

/** The path of a new, migrated, empty database file. */
export function freshFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'portal-')), 'portal.db')
  copyFileSync(TEMPLATE, file)
  return file
}

/** Opens a new, migrated, empty database: a file of its own, or a libSQL server of its own (TEST_DATABASE=sqld). */
export async function freshDatabase(): Promise<{ url: string }> {
  await leaveDatabase()
  if (isOnServer) server = await startSqld()
  const where = { url: server?.url ?? `file:${freshFile()}` }
  openDatabase(where)
  if (server) await migrateDatabase()
  await loadClock()
  return where
}

/** Closes what `freshDatabase` opened. */
export async function leaveDatabase(): Promise<void> {
  closeDatabase()
  await server?.kill()
  server = undefined
}
