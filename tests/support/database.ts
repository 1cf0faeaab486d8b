import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import '#app/follows.server'
import { loadClock } from '#app/workflow/clock.server'
import { closeDatabase, openDatabase, rawDatabase } from '#db/client'
import { migrateDatabase } from '#db/migrate'
import { seedDemo } from '#db/seed/index'
import { type Sqld, startSqld } from './sqld'

/** Migrated once a run by global-setup, then copied: a fresh database costs a copy, not a migration. */
const EMPTY = resolve('tests/output/empty.db')
/** The demo year in it, for servers and browsers. */
const SEEDED = resolve('tests/output/seeded.db')
const isOnServer = process.env.TEST_DATABASE === 'sqld'
let server: Sqld | undefined

export async function makeTemplates(): Promise<void> {
  mkdirSync('tests/output', { recursive: true })
  await makeTemplate(EMPTY, async () => {})
  await makeTemplate(SEEDED, seedDemo)
}

async function makeTemplate(file: string, fill: () => Promise<void>): Promise<void> {
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  openDatabase({ url: `file:${file}` })
  await migrateDatabase()
  await fill()
  await rawDatabase().$client.execute('pragma wal_checkpoint(truncate)')
  closeDatabase()
}

const copyOf = (template: string) => {
  const file = join(mkdtempSync(join(tmpdir(), 'portal-')), 'portal.db')
  copyFileSync(template, file)
  return file
}

/** The path of a new, migrated, empty database file. */
export const freshFile = () => copyOf(EMPTY)
/** The path of a new database file with the demo year in it. */
export const seededFile = () => copyOf(SEEDED)

/** Opens a new, migrated, empty database: a file of its own, or a libSQL server of its own (TEST_DATABASE=sqld). */
export const freshDatabase = () => open(freshFile, async () => {})
/** The same with the demo year in it. */
export const seededDatabase = () => open(seededFile, seedDemo)

async function open(file: () => string, fill: () => Promise<void>): Promise<{ url: string }> {
  await leaveDatabase()
  if (isOnServer) server = await startSqld()
  const where = { url: server?.url ?? `file:${file()}` }
  openDatabase(where)
  if (server) await migrateDatabase()
  if (server) await fill()
  await loadClock()
  return where
}

/** Closes what was opened last. */
export async function leaveDatabase(): Promise<void> {
  closeDatabase()
  await server?.kill()
  server = undefined
}
