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
  stop,
  writeManifest,
} from './snapshot'

// npm run backup [-- FOLDER]: a process of its own beside the running portal, which goes on writing.
const { databaseUrl, databaseKey, filesDir } = settings
const parent = resolve(process.argv[2] ?? 'data/backups')
const madeAt = new Date().toISOString()
const folder = join(parent, madeAt.slice(0, 19).replaceAll(':', '-'))
const draft = `${folder}.partial`

/** Copies the database as it stands at one instant, under a write that goes on. */
async function copyDatabase(): Promise<void> {
  const source = openFile(databaseUrl.slice('file:'.length), databaseKey)
  await source.execute({ sql: 'vacuum into ?', args: [databaseOf(draft)] })
  source.close()
  await flush(databaseOf(draft))
}

/** Copies a file; false when it is gone by now, since somebody removed it after the instant of the copy. */
async function copyKept(kept: Kept): Promise<boolean> {
  const to = join(filesOf(draft), kept.storedAs)
  await mkdir(dirname(to), { recursive: true })
  try {
    await copyFile(join(filesDir, kept.storedAs), to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
  if (!(await isIntact(to, kept))) throw new Error(`The file ${kept.storedAs} is not what was handed in.`)
  await flush(to)
  return true
}

async function copyFiles(all: Kept[]): Promise<number> {
  let copied = 0
  for (const kept of all) if (await copyKept(kept)) copied++
  return copied
}

async function backUp(): Promise<void> {
  await mkdir(draft, { recursive: true, mode: 0o700 })
  await copyDatabase()
  const copy = openFile(databaseOf(draft), databaseKey)
  await checkWhole(copy)
  const [rows, all] = [await countRows(copy), await keptFiles(copy)]
  copy.close()
  const files = await copyFiles(all)
  await writeManifest(draft, { madeAt, rows, files, isEncrypted: databaseKey !== undefined })
  await rename(draft, folder)
  await flush(parent)
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0)
  console.log(`Backed up to ${folder}: ${total} rows and ${files} files, checked.`)
  if (files < all.length) console.log(`${all.length - files} files were no longer there.`)
}

if (!databaseUrl.startsWith('file:')) {
  stop('A libSQL server is backed up by its own means: snapshots, or its replication to object storage.')
}
try {
  await backUp()
} catch (problem) {
  await rm(draft, { recursive: true, force: true })
  stop(`Nothing was backed up. ${(problem as Error).message}`)
}
