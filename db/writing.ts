import type { Client, InStatement, ResultSet } from '@libsql/client'
import { drizzle } from 'drizzle-orm/libsql'
import { refusalFor } from './constraints'
import { type Database, rawDatabase as db, house, type Turn } from './house'
import * as schema from './schema/index'

/** What a write reads and writes with. */
export type Tx = Pick<Database, 'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'query' | 'batch'>

const BUSY_FOR_MS = 5000
const WORK_FOR_MS = 5000
/** A libSQL server takes the lock from a process that died in the middle only after 5 s. */
const BEGIN_FOR_MS = 8000

/** Sends what was asked for at once in one round trip, in the order of asking: `together` costs one. */
function ask(statements: InStatement[]): Promise<ResultSet[]> {
  const turn = house.writing.getStore()
  if (!turn?.transaction) throw new Error('tx is of a write that has ended')
  return new Promise((done, failed) => {
    turn.asked.push({ statements, done, failed })
    if (turn.asked.length === 1) setImmediate(() => send(turn))
  })
}

async function send(turn: Turn): Promise<void> {
  const asked = turn.asked.splice(0)
  try {
    if (!turn.transaction) throw new Error('This write has ended')
    const results = await turn.transaction.batch(asked.flatMap(({ statements }) => statements))
    for (const { statements, done } of asked) done(results.splice(0, statements.length))
  } catch (error) {
    for (const { failed } of asked) failed(error)
  }
}

/** Whatever is asked goes to the transaction of the write in hand; drizzle's own transactions can't batch. */
const tx: Tx = drizzle(
  { execute: async (statement: InStatement) => (await ask([statement]))[0], batch: ask } as Client,
  { schema, casing: 'snake_case' },
)

/** What is asked for at once, in one round trip; of several refusals the first in order is thrown, whenever it came. */
export async function together<T extends readonly unknown[] | []>(asked: T) {
  const ended = await Promise.allSettled(asked)
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return ended.map((one) => (one as PromiseFulfilledResult<unknown>).value) as { [K in keyof T]: Awaited<T[K]> }
}

/**
 * Runs `work` in one write transaction, after every earlier one of this process; undone when it throws.
 * Throws a 409 Response for a rule of the schema that somebody else met first, a 503 Response when the database stays
 * busy or the work goes on for 5 s.
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
    const turn: Turn = { isBegun: false, answered: () => {}, asked: [] }
    try {
      return await house.writing.run(turn, () => transacted(turn, work))
    } catch (error) {
      if (turn.isBegun || !isBusy(error)) throw error
      if (Date.now() > until) throw busy()
      await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 30))
      leaveSpoiled(db().$client)
    }
  }
}

async function transacted<T>(turn: Turn, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = await db().$client.transaction('write')
  turn.transaction = transaction
  try {
    const result = await withinLimit(turn, async () => work(tx))
    await transaction.commit()
    return result
  } catch (error) {
    await transaction.rollback()
    throw refusalFor(error) ?? error
  } finally {
    turn.transaction = undefined
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
      timer = setTimeout(() => reject(busy()), WORK_FOR_MS)
    }
  })
  return Promise.race([work(), limit]).finally(() => {
    clearTimeout(timer)
    turn.answered = () => {}
  })
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
