import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { settings } from '#app/settings/settings.server'
import {
  checkWhole,
  countRows,
  databaseOf,
  filesOf,
  flush,
  isIntact,
  type Kept,
  keptFiles,
  openFile,
  readManifest,
  stop,
} from './snapshot'

// npm run restore -- BACKUP: checks all of it first; what was there before is put aside, not deleted.
const { databaseUrl, databaseKey, filesDir } = settings
const target = resolve(databaseUrl.slice('file:'.length))

/** Throws a sentence unless the backup is whole: its database, its counts, and every file by its content. */
async function check(folder: string): Promise<Kept[]> {
  const manifest = await readManifest(folder)
  if (manifest.isEncrypted && !databaseKey) throw new Error('This backup is encrypted: set its DATABASE_KEY.')
  const copy = openFile(databaseOf(folder), manifest.isEncrypted ? databaseKey : undefined)
  await checkWhole(copy)
  const [rows, all] = [await countRows(copy), await keptFiles(copy)]
  copy.close()
  const odd = Object.keys({ ...rows, ...manifest.rows }).filter((name) => rows[name] !== manifest.rows[name])
  if (odd.length > 0) throw new Error(`The backup does not hold what it says: ${odd.join(', ')} differ.`)
  const there = all.filter(({ storedAs }) => existsSync(join(filesOf(folder), storedAs)))
  if (there.length !== manifest.files) throw new Error(`${manifest.files - there.length} files of the backup are gone.`)
  for (const kept of there) {
    const isGood = await isIntact(join(filesOf(folder), kept.storedAs), kept)
    if (!isGood) throw new Error(`The backup's file ${kept.storedAs} is damaged.`)
  }
  return there
}

/** Throws a sentence while a portal has the database open: under WAL only the last one may have it alone. */
async function insistNobodyIsIn(): Promise<void> {
  if (!existsSync(target)) return
  const client = openFile(target, databaseKey)
  try {
    await client.executeMultiple('pragma busy_timeout = 500; pragma locking_mode = exclusive; begin exclusive; commit;')
  } catch (error) {
    if (/busy|locked/i.test(String(error))) throw new Error('The portal is running on this database: stop it first.')
    throw error
  } finally {
    client.close()
  }
}

async function placeFiles(folder: string, all: Kept[]): Promise<void> {
  for (const { storedAs } of all) {
    const to = join(filesDir, storedAs)
    if (existsSync(to)) continue
    await mkdir(dirname(to), { recursive: true })
    await copyFile(join(filesOf(folder), storedAs), `${to}.restoring`)
    await flush(`${to}.restoring`)
    await rename(`${to}.restoring`, to)
  }
}

/** The files first, then the database in one rename: killed in between, what was there before still stands. */
async function restore(folder: string): Promise<void> {
  const all = await check(folder)
  await insistNobodyIsIn()
  await mkdir(dirname(target), { recursive: true })
  const draft = `${target}.restoring`
  await copyFile(databaseOf(folder), draft)
  await flush(draft)
  await placeFiles(folder, all)
  const aside = `${target}.before-${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}`
  for (const end of ['', '-wal']) if (existsSync(target + end)) await rename(target + end, aside + end)
  await rm(`${target}-shm`, { force: true })
  await rename(draft, target)
  await flush(dirname(target))
  console.log(`Restored ${folder} with ${all.length} files. Start the portal now.`)
  if (existsSync(aside)) console.log(`What was there before is kept as ${aside}.`)
}

if (!databaseUrl.startsWith('file:')) stop('A libSQL server is restored by its own means.')
const [, , given] = process.argv
if (!given) stop('Say which backup: npm run restore -- FOLDER')
try {
  await restore(resolve(given))
} catch (problem) {
  stop(`Nothing was restored. ${(problem as Error).message}`)
}
