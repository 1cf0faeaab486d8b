import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { check, integer, type SQLiteColumn, text } from 'drizzle-orm/sqlite-core'

const source = globalThis as { portalId?: () => string }

/** The seed sets its own source of ids while it tells its story, so that it gives the same rows twice. */
export function takeIdsFrom(ids: (() => string) | undefined): void {
  source.portalId = ids
}

/** 20 hexadecimal digits, 80 random bits. */
export const newId = (): string => source.portalId?.() ?? randomBytes(10).toString('hex')

export const id = () => text().primaryKey().$defaultFn(newId)
/** A civil day, YYYY-MM-DD. */
export const day = () => text()
/** An instant, as a Date. */
export const instant = () => integer({ mode: 'timestamp_ms' })
export const flag = () => integer({ mode: 'boolean' }).notNull().default(false)
/** A column that holds one of these words; pair it with `oneOf`. */
export const word = <W extends string, T extends [W, ...W[]]>(words: T) => text({ enum: words })

/** The CHECK of a `word` column, from the column's own list. */
export function oneOf(name: string, column: SQLiteColumn) {
  const words = (column.enumValues ?? []).map((value) => `'${value.replaceAll("'", "''")}'`)
  return check(name, sql`${column} in (${sql.raw(words.join(', '))})`)
}
