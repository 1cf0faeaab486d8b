import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { eventStatements, recordAll } from '#app/workflow/events.server'
import { type Tx, together } from '#db/client'
import { newId } from '#db/schema/columns'
import { addresses, people, roles } from '#db/schema/index'
import type { Actor, Role } from '#db/schema/people/actors'

type Newcomer = { email: string; name: string; role: Role }

/** A new account with one role and one proven address, in `tx`; returns its id. */
export async function addPerson(tx: Tx, { email, name, role }: Newcomer, now = programNow()): Promise<string> {
  const personId = newId()
  const me = { kind: 'person', personId, name, roles: [role] } as const
  await tx.batch([
    tx.insert(people).values({ id: personId, ...nameOf(name), createdAt: now }),
    tx.insert(addresses).values({ personId, email, isPrimary: true, verifiedAt: now }),
    tx.insert(roles).values({ personId, role, grantedOn: dayAt(now) }),
    ...eventStatements(tx, me, { subjectKind: 'person', subjectId: personId, step: 'join', to: role }, now),
  ])
  return personId
}

export type Named = { personId: string; name: string; email: string | null }

/** Accounts for students whom somebody else names, in `tx`: an address counts as proven only by their first sign-in. */
export async function addStudents(tx: Tx, me: Actor, named: Named[], now: Date): Promise<void> {
  if (named.length === 0) return
  const mailed = named.filter((it): it is Named & { email: string } => it.email !== null)
  await together([
    tx.insert(people).values(named.map(({ personId: id, name }) => ({ ...nameOf(name), id, createdAt: now }))),
    mailed.length > 0 &&
      tx.insert(addresses).values(mailed.map(({ personId, email }) => ({ personId, email, isPrimary: true }))),
    tx
      .insert(roles)
      .values(named.map(({ personId }) => ({ personId, role: 'student' as const, grantedOn: dayAt(now) }))),
    recordAll(
      tx,
      me,
      named.map(({ personId }) => ({ subjectKind: 'person', subjectId: personId, step: 'list', to: 'student' })),
      now,
    ),
  ])
}

type Addressed = { personId: string; email: string | null }

/** Addresses for students on file without one, in `tx`, a person once: each counts as proven by their first sign-in. */
export async function addAddresses(tx: Tx, me: Actor, named: Addressed[], now: Date): Promise<void> {
  const emails = new Map(named.flatMap(({ personId, email }) => (email ? [[personId, email] as const] : [])))
  if (emails.size === 0) return
  const added = [...emails].map(([personId, email]) => ({ personId, email, isPrimary: true }))
  await together([
    tx.insert(addresses).values(added),
    recordAll(
      tx,
      me,
      added.map(({ personId }) => ({ subjectKind: 'person', subjectId: personId, step: 'take-address' })),
      now,
    ),
  ])
}

const nameOf = (name: string) => ({ name, familyName: name.split(' ').at(-1) as string })

/** Whose address this is; undefined when nobody's. `isClosed` when the account may no longer be used. */
export async function findByAddress(tx: Tx, email: string) {
  const [found] = await tx
    .select({
      personId: people.id,
      name: people.name,
      mergedIntoId: people.mergedIntoId,
      closedAt: people.deactivatedAt,
    })
    .from(addresses)
    .innerJoin(people, eq(people.id, addresses.personId))
    .where(eq(addresses.email, email))
  return found && { ...found, personId: found.mergedIntoId ?? found.personId, isClosed: found.closedAt !== null }
}

/** A name to begin with, from the address: "lena.park@…" is "Lena Park" until she says otherwise. */
export function nameFrom(email: string): string {
  const words = email
    .split('@')[0]
    .split(/[^\p{L}]+/u)
    .filter(Boolean)
  return words.map((word) => word[0].toUpperCase() + word.slice(1)).join(' ') || 'New student'
}
