import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Client, createClient } from '@libsql/client'

/** What a backup is: a folder with the database, the files people handed in, and this page about both. */
export type Manifest = { madeAt: string; rows: Record<string, number>; files: number; isEncrypted: boolean }
/** A file that people handed in, as its row says it is. */
export type Kept = { storedAs: string; size: number; sha256: string }

export const databaseOf = (folder: string) => join(folder, 'portal.db')
export const filesOf = (folder: string) => join(folder, 'files')
const manifestOf = (folder: string) => join(folder, 'manifest.json')

export const openFile = (file: string, encryptionKey?: string): Client =>
  createClient({ url: `file:${file}`, encryptionKey, timeout: 5000 })

/** Says in one sentence why a script stops, and ends it. */
export function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** Throws a sentence unless SQLite finds the database whole and every reference answered. */
export async function checkWhole(client: Client): Promise<void> {
  const { rows: found } = await client.execute('pragma integrity_check')
  const { rows: broken } = await client.execute('pragma foreign_key_check')
  if (found[0]?.[0] !== 'ok') throw new Error(`The database is damaged: ${String(found[0]?.[0])}.`)
  if (broken.length > 0) throw new Error(`The database is damaged: ${broken.length} references lead nowhere.`)
}

/** How many rows each table has. */
export async function countRows(client: Client): Promise<Record<string, number>> {
  const tables = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
  const names = (await client.execute(tables)).rows.map((row) => String(row.name))
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = await count(client, name)
  return counts
}

async function count(client: Client, table: string): Promise<number> {
  const { rows } = await client.execute(`select count(*) as n from "${table}"`)
  return Number(rows[0].n)
}

/** The files that the database says are there. */
export async function keptFiles(client: Client): Promise<Kept[]> {
  const { rows } = await client.execute('select stored_as, size, sha256 from files where removed_at is null')
  return rows.map((row) => ({ storedAs: String(row.stored_as), size: Number(row.size), sha256: String(row.sha256) }))
}

/** Whether the bytes at this place are those that were handed in; false too when there are none. */
export async function isIntact(place: string, { sha256 }: Kept): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(place), hash)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
  return hash.digest('hex') === sha256
}

/** Puts a file, or a folder's list of names, on the disk for certain. */
export async function flush(place: string): Promise<void> {
  const file = await open(place, 'r')
  await file.sync().finally(() => file.close())
}

export const writeManifest = (folder: string, manifest: Manifest) =>
  writeFile(manifestOf(folder), `${JSON.stringify(manifest, null, 2)}\n`)

/** What the backup says of itself. Throws a sentence when the folder is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(manifestOf(folder), 'utf8').catch(() => undefined)
  if (!text) throw new Error(`${folder} is not a backup: it has no manifest.json.`)
  return JSON.parse(text)
}
