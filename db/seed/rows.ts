import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { type Tx, write } from '#db/client'
import * as table from '#db/schema/index'

const CHUNK = 400

/** Inserts many rows, a few hundred a statement: SQLite takes at most 32,766 values in one. */
export async function insertMany<T extends SQLiteTable>(tx: Tx, into: T, rows: T['$inferInsert'][]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK)
    await tx.insert(into).values(rows.slice(from, from + CHUNK) as never)
}

/** The tables of a larger world, each after those it points to. */
const names = [
  'people',
  'addresses',
  'roles',
  'academicYears',
  'blocks',
  'windows',
  'openings',
  'agreements',
  'duties',
  'lotteries',
  'files',
  'profiles',
  'applications',
  'choices',
  'confirmations',
  'documents',
  'reviews',
  'placements',
  'attendingsOfRecord',
  'pairings',
  'evaluations',
  'signedAnswers',
  'grades',
  'signedGrades',
  'letters',
  'events',
  'messages',
] as const
type Name = (typeof names)[number]

/** Rows by table, to be written together. */
export type Rows = { [N in Name]: (typeof table)[N]['$inferInsert'][] }
export const noRows = () => Object.fromEntries(names.map((name) => [name, []])) as unknown as Rows

/** Writes all of them in one transaction. */
export function writeRows(rows: Rows): Promise<void> {
  return write(async (tx) => {
    // biome-ignore lint/performance/noDynamicNamespaceImportAccess: nothing is bundled here
    for (const name of names) await insertMany(tx, table[name] as SQLiteTable, rows[name])
  })
}
