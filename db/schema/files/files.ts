import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, instant } from '../columns'

/** Bytes that people handed in: stored under a random name, never in the database. */
export const files = sqliteTable(
  'files',
  {
    id: id(),
    storedAs: text().notNull(),
    name: text().notNull(),
    type: text().notNull(),
    size: integer().notNull(),
    sha256: text().notNull(),
    pages: integer().notNull().default(1),
    ownerId: text().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (t) => [index('files_by_owner').on(t.ownerId)],
)
