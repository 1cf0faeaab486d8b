import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { eventStatements } from '#app/workflow/events.server'
import type { Tx } from '#db/client'
import { newId } from '#db/schema/columns'
import { addresses, people, roles } from '#db/schema/index'
import type { Role } from '#db/schema/people/actors'

type Newcomer = { email: string; name: string; role: Role }

/** A new account with one role and one proven address, in `tx`; returns its id. */
export async function addPerson(tx: Tx, { email, name, role }: Newcomer, now = programNow()): Promise<string> {
  const familyName = name.split(' ').at(-1) as string
  const personId = newId()
  const me = { kind: 'person', personId, name, roles: [role] } as const
  await tx.batch([
    tx.insert(people).values({ id: personId, name, familyName, createdAt: now }),
    tx.insert(addresses).values({ personId, email, isPrimary: true, verifiedAt: now }),
    tx.insert(roles).values({ personId, role, grantedOn: dayAt(now) }),
    ...eventStatements(tx, me, { subjectKind: 'person', subjectId: personId, step: 'join', to: role }, now),
  ])
  return personId
}

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
