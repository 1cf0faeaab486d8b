import { and, desc, eq, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { read, type Tx, together, write } from '#db/client'
import { people, roles, signIns } from '#db/schema/index'
import type { Person, Role } from '#db/schema/people/actors'
import { deviceOf, isOpen, LONGEST, STAMP_EVERY } from './sign-in'
import { readToken } from './sign-in-cookie.server'
import { hashOf, newToken } from './token.server'

/** What a browser's cookie stands for: whose it is, and whether it still counts. Ended = by hand, not by time. */
export type SignIn = { id: string; me: Person; seenAt: Date; isOpen: boolean; isEnded: boolean }

/** The browser that is about to be signed in, with the token it brought. */
export type Arriving = { device: string; oldToken: string | null }

export async function arrivingWith({ headers }: Request): Promise<Arriving> {
  return { device: deviceOf(headers.get('User-Agent')), oldToken: await readToken(headers.get('Cookie')) }
}

/** Signs a person in, in `tx`; returns the token for the cookie, stored nowhere. The browser's former one ends. */
export async function startSignIn(tx: Tx, personId: string, { device, oldToken }: Arriving, now = new Date()) {
  const token = newToken()
  await together([
    oldToken && endWhere(tx, eq(signIns.tokenHash, hashOf(oldToken)), now),
    tx.insert(signIns).values({ tokenHash: hashOf(token), personId, device, createdAt: now, seenAt: now }),
  ])
  return token
}

async function endWhere(tx: Tx, where: SQL | undefined, now: Date): Promise<void> {
  await tx
    .update(signIns)
    .set({ endedAt: now })
    .where(and(where, isNull(signIns.endedAt)))
}

/** The roles of the person in the query around it, as a JSON list. */
export const rolesOf = sql<string>`(select json_group_array(${roles.role}) from ${roles}
  where ${roles.personId} = ${people.id})`

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
  if (token) await write((tx) => endWhere(tx, eq(signIns.tokenHash, hashOf(token)), now))
}

/** Ends one of my devices, or with no id all of them: a copied cookie is worth nothing afterwards. */
export async function endSignIns(me: Person, signInId?: string, now = new Date()): Promise<void> {
  const one = signInId ? eq(signIns.id, signInId) : undefined
  await write((tx) => endWhere(tx, and(eq(signIns.personId, me.personId), one), now))
}

/** Ends every sign-in of a person, in `tx`: what they may do has changed. */
export const endEverySignIn = (tx: Tx, personId: string, now = new Date()) =>
  endWhere(tx, eq(signIns.personId, personId), now)

/** My devices, the latest used first, as a query for `readAll`; idle ones are still among them. */
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
