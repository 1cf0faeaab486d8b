import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, flag, id, instant, oneOf, word } from '../columns'
import { roles as roleNames } from './actors'

/** Never deleted, never re-pointed: merged rows carry mergedIntoId, erased ones are pseudonymised in place. */
export const people = sqliteTable('people', {
  id: id(),
  name: text().notNull(),
  familyName: text().notNull(),
  pronouns: text(),
  phone: text(),
  introduction: text(),
  createdAt: instant().notNull(),
  deactivatedAt: instant(),
  mergedIntoId: text(),
  erasedAt: instant(),
})

export const addresses = sqliteTable(
  'addresses',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    email: text().notNull(),
    isPrimary: flag(),
    verifiedAt: instant(),
  },
  (t) => [
    uniqueIndex('an_address_belongs_to_one_person').on(t.email),
    uniqueIndex('a_person_has_one_primary_address').on(t.personId).where(sql`${t.isPrimary} = 1`),
  ],
)

export const roles = sqliteTable(
  'roles',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    role: word([...roleNames]).notNull(),
    grantedOn: day(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.role] }),
    oneOf('roles_role', t.role),
    index('roles_by_role').on(t.role),
  ],
)
