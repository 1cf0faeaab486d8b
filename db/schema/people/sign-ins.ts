import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { id, instant, oneOf, word } from '../columns'
import { roles as roleNames } from './actors'
import { people } from './people'

/** One row a device: the cookie holds a random token, the row its sha-256. Times are the machine's. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    id: id(),
    tokenHash: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    device: text(),
    createdAt: instant().notNull(),
    seenAt: instant().notNull(),
    endedAt: instant(),
  },
  (t) => [uniqueIndex('a_sign_in_has_its_own_token').on(t.tokenHash), index('sign_ins_by_person').on(t.personId)],
)

/** An e-mailed code: one open code an address, at most five tries, taken by `delete … returning`. */
export const codes = sqliteTable(
  'codes',
  {
    id: id(),
    email: text().notNull(),
    codeHash: text().notNull(),
    next: text(),
    tries: integer().notNull().default(0),
    expiresAt: instant().notNull(),
  },
  (t) => [uniqueIndex('an_address_has_one_open_code').on(t.email)],
)

export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    role: word([...roleNames]).notNull(),
    tokenHash: text().notNull(),
    invitedById: text()
      .notNull()
      .references(() => people.id),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('an_invitation_has_its_own_token').on(t.tokenHash), oneOf('invitations_role', t.role)],
)

/** A link that lets somebody without an account do one thing; the token's sha-256 only. */
export const links = sqliteTable(
  'links',
  {
    id: id(),
    purpose: text().notNull(),
    subjectId: text().notNull(),
    email: text().notNull(),
    tokenHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('a_link_has_its_own_token').on(t.tokenHash), index('links_by_subject').on(t.subjectId)],
)
