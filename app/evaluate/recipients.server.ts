import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { addresses, people, roles } from '#db/schema/index'
import type { Role } from '#db/schema/people/actors'

export type Recipient = { id: string; name: string; email: string }

const columns = { id: people.id, name: people.name, email: addresses.email }
const isPrimary = and(eq(addresses.personId, people.id), eq(addresses.isPrimary, true))
const isHere = and(isNull(people.deactivatedAt), isNull(people.erasedAt))

/** Where to write to these people; whoever has no address, or left, is not among them. */
export async function recipients(tx: Tx, ids: string[]): Promise<Recipient[]> {
  return ids.length === 0 ? [] : addressesOf(tx, ids)
}

/** The same as a query for `tx.batch`. */
export const addressesOf = (tx: Tx, ids: string[]) =>
  tx
    .select(columns)
    .from(people)
    .innerJoin(addresses, isPrimary)
    .where(and(inArray(people.id, [...new Set(ids)]), isHere))

/** Where to write to everybody who has this role. */
export const recipientsWith = (tx: Tx, role: Role): Promise<Recipient[]> =>
  tx
    .select(columns)
    .from(people)
    .innerJoin(addresses, isPrimary)
    .innerJoin(roles, and(eq(roles.personId, people.id), eq(roles.role, role)))
    .where(isHere)
