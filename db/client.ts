import type { BatchItem } from 'drizzle-orm/batch'
import { rawDatabase as db } from './house'

export { counts } from './counts'
export { closeDatabase, inAnother, openDatabase, rawDatabase, WAIT_IN_SQLITE_MS } from './house'
export { type Tx, together, write } from './writing'

/** All reading outside a write: `read.select()` and `read.query`; `read.batch` takes what `readAll` takes. */
export const read = {
  get select() {
    return db().select.bind(db())
  },
  get selectDistinct() {
    return db().selectDistinct.bind(db())
  },
  get batch() {
    return db().batch.bind(db())
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
