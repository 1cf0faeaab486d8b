import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { flag, oneOf, word } from '../columns'
import { people } from './people'

/** Demo only: the people whom the sign-in page offers with one button each, and what waits for them. */
export const cast = sqliteTable(
  'cast',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    group: word(['students', 'residents-and-attendings', 'staff']).notNull(),
    hint: text().notNull(),
    rank: integer().notNull(),
    isFirst: flag(),
  },
  (t) => [oneOf('cast_group', t.group)],
)
