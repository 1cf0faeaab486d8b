import { AsyncLocalStorage } from 'node:async_hooks'
import { type Client, createClient, type InStatement, type ResultSet, type Transaction } from '@libsql/client'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { counted } from './counts'
import * as schema from './schema/index'

export type Database = LibSQLDatabase<typeof schema> & { $client: Client }
export type Where = { url: string; authToken?: string; encryptionKey?: string }

/** A write in hand; `answered` is called once the database has answered its first statement and it holds the lock. */
export type Turn = { isBegun: boolean; answered: () => void; transaction?: Transaction; asked: Asked[] }

/** Statements that wait to be sent together, and who waits for their results. */
type Asked = {
  statements: InStatement[]
  done: (results: ResultSet[]) => void
  failed: (error: unknown) => void
}

/** Vite's bundle and tsx load this module twice: what must be one stands on globalThis. */
type House = {
  db?: Database
  last: Promise<unknown>
  writing: AsyncLocalStorage<Turn>
}
const home = globalThis as { portalDatabase?: House }
home.portalDatabase ??= {
  last: Promise.resolve(),
  writing: new AsyncLocalStorage(),
}
export const house: House = home.portalDatabase

/** A file's client is synchronous: waiting inside SQLite would block the process, so it waits little and we retry. */
export const WAIT_IN_SQLITE_MS = 20

/** Opens the one database of this process; closes the one before. Throws when the address can't be understood. */
export function openDatabase(where: Where): Database {
  house.db?.$client.close()
  const client = counted(createClient({ ...where, timeout: WAIT_IN_SQLITE_MS } as Where), answered)
  house.db = drizzle(client, { schema, casing: 'snake_case' })
  return house.db
}

/** A statement of the write in hand was answered. */
const answered = () => house.writing.getStore()?.answered()

/** Does this work in another database, and comes back to the open one; nothing else may be asked meanwhile. */
export async function inAnother<T>(where: Where, work: () => Promise<T>): Promise<T> {
  const { db } = house
  house.db = undefined
  openDatabase(where)
  try {
    return await work()
  } finally {
    closeDatabase()
    house.db = db
  }
}

export function closeDatabase(): void {
  house.db?.$client.close()
  house.db = undefined
}

/** The database itself: for migrations, backup and tests only. */
export function rawDatabase(): Database {
  if (!house.db) throw new Error('openDatabase() comes first')
  return house.db
}
