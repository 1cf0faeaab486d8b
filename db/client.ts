import { AsyncLocalStorage } from 'node:async_hooks'
import { type Client, createClient } from '@libsql/client'
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { counted } from './counts'
import * as schema from './schema/index'

export { counts } from './counts'

type Database = LibSQLDatabase<typeof schema> & { $client: Client }
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0]
export type Where = { url: string; authToken?: string; encryptionKey?: string }

/** A write in hand; `answered` is called once the database has answered its first statement and it holds the lock. */
type Turn = { isBegun: boolean; answered: () => void }

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
const house: House = home.portalDatabase

const BUSY_FOR_MS = 5000
const WORK_FOR_MS = 5000
/** A libSQL server takes the lock from a process that died in the middle only after 5 s. */
const BEGIN_FOR_MS = 8000
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

export function closeDatabase(): void {
  house.db?.$client.close()
  house.db = undefined
}

function db(): Database {
  if (!house.db) throw new Error('openDatabase() comes first')
  return house.db
}

/** The database itself: for migrations, backup and tests only. */
export const rawDatabase = db

/** All reading outside a write: `read.select()` and `read.query`. */
export const read = {
  get select() {
    return db().select.bind(db())
  },
  get selectDistinct() {
    return db().selectDistinct.bind(db())
  },
  get query() {
    return db().query
  },
}

/** Independent reads in one round trip; returns their results in order. */
export function readAll<U extends BatchItem<'sqlite'>, T extends Readonly<[U, ...U[]]>>(...queries: T) {
  return db().batch(queries)
}

type Named = Record<string, BatchItem<'sqlite'>>

/** The same by name, where there are many. */
export async function readNamed<T extends Named>(queries: T): Promise<{ [K in keyof T]: T[K]['_']['result'] }> {
  const results = await db().batch(Object.values(queries) as [BatchItem<'sqlite'>])
  return Object.fromEntries(Object.keys(queries).map((name, at) => [name, results[at]])) as never
}

/**
 * Runs `work` in one write transaction, after every earlier one of this process; undone when it throws.
 * Throws a 503 Response when the database stays busy for 5 s, an Error when the work takes over 5 s.
 */
export function write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  if (house.writing.getStore()) throw new Error('write() inside write(): hand tx on instead')
  const turn = house.last.then(() => transact(work))
  house.last = turn.catch(() => {})
  return turn
}

async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  const until = Date.now() + BUSY_FOR_MS
  for (;;) {
    const turn: Turn = { isBegun: false, answered: () => {} }
    try {
      return await house.writing.run(turn, () => db().transaction((tx) => withinLimit(turn, () => work(tx))))
    } catch (error) {
      if (turn.isBegun || !isBusy(error)) throw error
      if (Date.now() > until) throw busy()
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 30))
      leaveSpoiled(db().$client)
    }
  }
}

/**
 * A file's connection whose BEGIN found it busy cannot commit any more (tursodatabase/libsql-client-ts#352): drop it.
 * Called where a timer has just fired: then no read is between its connection and its answer.
 */
function leaveSpoiled(client: Client): void {
  if (client.protocol === 'file') client.reconnect()
}

/** The work's clock runs from the database's first answer: a server is sent BEGIN with the first statement only. */
function withinLimit<T>(turn: Turn, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(busy()), BEGIN_FOR_MS)
    turn.answered = () => {
      if (turn.isBegun) return
      turn.isBegun = true
      clearTimeout(timer)
      timer = setTimeout(() => reject(new Error('A write took over 5 s and was undone')), WORK_FOR_MS)
    }
  })
  return Promise.race([work(), limit]).finally(() => clearTimeout(timer))
}

function isBusy(error: unknown): boolean {
  const text = `${(error as Error)?.message} ${(error as { cause?: Error })?.cause?.message}`
  return /SQLITE_BUSY|database is locked|database table is locked/i.test(text)
}

function busy(): Response {
  return new Response('Too much is being written just now. Nothing was lost: try again in a moment.', {
    status: 503,
    headers: { 'Retry-After': '2' },
  })
}
