import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, lt, sql } from 'drizzle-orm'
import { read, type Tx, write } from '#db/client'
import { people, roles, signIns } from '#db/schema/index'
import type { Person, Role } from '#db/schema/people/actors'
import { isOpen, LONGEST, STAMP_EVERY } from './sign-in'
import { readToken } from './sign-in-cookie.server'

const TOKEN_BYTES = 32
const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** What a browser's cookie stands for: whose it is, and whether it still counts. Ended = by hand, not by time. */
export type SignIn = { id: string; me: Person; seenAt: Date; isOpen: boolean; isEnded: boolean }

/** Signs a person in on one device, in `tx`; returns the token for its cookie, which is stored nowhere. */
export async function startSignIn(tx: Tx, personId: string, device: string, now = new Date()): Promise<string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  await tx.insert(signIns).values({ tokenHash: hashOf(token), personId, device, createdAt: now, seenAt: now })
  return token
}

const rolesOf = sql<string>`(select json_group_array(${roles.role}) from ${roles} where ${roles.personId} = ${people.id})`

/** The sign-in of this cookie with its person and roles, in one round trip; null for an unknown or closed account. */
export async function findSignIn(cookieHeader: string | null | undefined, now = new Date()): Promise<SignIn | null> {
  const token = await readToken(cookieHeader)
  if (!token) return null
  const [row] = await read
    .select({ signIn: signIns, personId: people.id, name: people.name, roles: rolesOf })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(and(eq(signIns.tokenHash, hashOf(token)), isNull(people.deactivatedAt), isNull(people.mergedIntoId)))
  if (!row) return null
  const { id, seenAt, endedAt } = row.signIn
  const me: Person = { kind: 'person', personId: row.personId, name: row.name, roles: JSON.parse(row.roles) as Role[] }
  return { id, me, seenAt, isOpen: isOpen(row.signIn, me.roles, now), isEnded: endedAt !== null }
}

/** Who is signed in with this cookie. */
export async function resolvePerson(cookieHeader: string | null | undefined, now = new Date()): Promise<Person | null> {
  const signIn = await findSignIn(cookieHeader, now)
  return signIn?.isOpen ? signIn.me : null
}

/** Notes that this device is in use; at most one write a minute, however many requests ask for it. */
export async function stampSeen({ id, seenAt }: Pick<SignIn, 'id' | 'seenAt'>, now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - STAMP_EVERY)
  if (seenAt > before) return
  await write((tx) =>
    tx
      .update(signIns)
      .set({ seenAt: now })
      .where(and(eq(signIns.id, id), lt(signIns.seenAt, before))),
  )
}

/** Ends the sign-in of this cookie, if it has one. */
export async function signOut(cookieHeader: string | null, now = new Date()): Promise<void> {
  const token = await readToken(cookieHeader)
  if (!token) return
  await write((tx) =>
    tx
      .update(signIns)
      .set({ endedAt: now })
      .where(and(eq(signIns.tokenHash, hashOf(token)), isNull(signIns.endedAt))),
  )
}

/** Ends one of my devices, or with no id all of them: a copied cookie is worth nothing afterwards. */
export async function endSignIns(me: Person, signInId?: string, now = new Date()): Promise<void> {
  const mine = and(eq(signIns.personId, me.personId), isNull(signIns.endedAt))
  await write((tx) =>
    tx
      .update(signIns)
      .set({ endedAt: now })
      .where(signInId ? and(mine, eq(signIns.id, signInId)) : mine),
  )
}

/** My devices that are signed in, the latest used first. */
export async function listSignIns(me: Person, now = new Date()) {
  const rows = await signInsOf(me, now)
  return rows.filter((row) => isOpen(row, me.roles, now))
}

/** The same as a query for `readAll`, idle ones still among them. */
export const signInsOf = (me: Person, now = new Date()) =>
  read
    .select()
    .from(signIns)
    .where(
      and(
        eq(signIns.personId, me.personId),
        isNull(signIns.endedAt),
        sql`${signIns.createdAt} > ${now.getTime() - LONGEST}`,
      ),
    )
    .orderBy(desc(signIns.seenAt))
