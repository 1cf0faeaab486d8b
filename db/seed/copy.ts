import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { inAnother, rawDatabase, read, write } from '#db/client'
import { migrateDatabase } from '#db/migrate'
import * as schema from '#db/schema/index'
import { insertMany } from './rows'

type Kept = { table: SQLiteTable; rows: SQLiteTable['$inferInsert'][] }

/**
 * Lets `tell` write into a database of its own, which is thrown away, then puts all of its rows into the open one in
 * a single write: a start that is killed meanwhile leaves it empty, and no commit there waits for the disk.
 */
export async function writeAside(tell: () => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-seed-'))
  try {
    const kept = await inAnother({ url: `file:${join(folder, 'seed.db')}` }, async () => {
      await migrateDatabase()
      await rawDatabase().$client.execute('pragma synchronous = off')
      await tell()
      return allRows()
    })
    await write(async (tx) => {
      for (const { table, rows } of kept) await insertMany(tx, table, rows)
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function allRows(): Promise<Kept[]> {
  const kept: Kept[] = []
  for (const table of inOrder()) kept.push({ table, rows: await read.select().from(table) })
  return kept
}

/** Every table after those that it points to. */
function inOrder(): SQLiteTable[] {
  const ordered = new Map<string, SQLiteTable>()
  const add = (table: SQLiteTable, above: string[]): void => {
    const name = getTableName(table)
    if (ordered.has(name) || above.includes(name)) return
    for (const key of getTableConfig(table).foreignKeys) add(key.reference().foreignTable, [...above, name])
    ordered.set(name, table)
  }
  for (const table of Object.values(schema)) if (is(table, SQLiteTable)) add(table, [])
  return [...ordered.values()]
}
