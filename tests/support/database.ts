import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import '#app/follows.server'
import { loadClock } from '#app/workflow/clock.server'
import { closeDatabase, openDatabase, rawDatabase } from '#db/client'
import { migrateDatabase } from '#db/migrate'
import { seedDemo } from '#db/seed/index'
import { type Sqld, startSqld } from './sqld'

/** Made once a run by global-setup, then copied: a fresh database costs a copy, not a migration. */
type Template = { name: string; fill: () => Promise<void> }
const EMPTY: Template = { name: 'empty', fill: async () => {} }
/** The demo year in it, for servers and browsers. */
const SEEDED: Template = { name: 'seeded', fill: seedDemo }
const isOnServer = process.env.TEST_DATABASE === 'sqld'
let server: Sqld | undefined

const fileOf = ({ name }: Template) => resolve(`tests/output/${name}.db`)
const folderOf = ({ name }: Template) => resolve(`tests/output/${name}.sqld`)

export async function makeTemplates(): Promise<void> {
  mkdirSync('tests/output', { recursive: true })
  for (const template of [EMPTY, SEEDED]) {
    await makeFile(template)
    if (isOnServer) await makeFolder(template)
  }
}

async function fillNew(url: string, { fill }: Template): Promise<void> {
  openDatabase({ url })
  await migrateDatabase()
  await fill()
}

async function makeFile(template: Template): Promise<void> {
  const file = fileOf(template)
  for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
  await fillNew(`file:${file}`, template)
  await rawDatabase().$client.execute('pragma wal_checkpoint(truncate)')
  closeDatabase()
}

async function makeFolder(template: Template): Promise<void> {
  const folder = folderOf(template)
  rmSync(folder, { recursive: true, force: true })
  const sqld = await startSqld({ folder })
  await fillNew(sqld.url, template)
  closeDatabase()
  await sqld.stop()
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'portal-'))

const copyOf = (template: Template) => {
  const file = join(newFolder(), 'portal.db')
  copyFileSync(fileOf(template), file)
  return file
}

async function serverOn(template: Template): Promise<Sqld> {
  const folder = newFolder()
  cpSync(folderOf(template), folder, { recursive: true })
  return startSqld({ folder })
}

/** The path of a new, migrated, empty database file. */
export const freshFile = () => copyOf(EMPTY)
/** The path of a new database file with the demo year in it. */
export const seededFile = () => copyOf(SEEDED)

/** Opens a new, migrated, empty database: a file of its own, or a libSQL server of its own (TEST_DATABASE=sqld). */
export const freshDatabase = () => open(EMPTY)
/** The same with the demo year in it. */
export const seededDatabase = () => open(SEEDED)

async function open(template: Template): Promise<{ url: string }> {
  await leaveDatabase()
  if (isOnServer) server = await serverOn(template)
  const where = { url: server?.url ?? `file:${copyOf(template)}` }
  openDatabase(where)
  await loadClock()
  return where
}

/** Closes what was opened last. */
export async function leaveDatabase(): Promise<void> {
  closeDatabase()
  await server?.kill()
  server = undefined
}
