import { and, eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, write } from '#db/client'
import { addresses } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { addressesOf } from './accounts.server'
import { useCode } from './codes.server'

/** My addresses, the one that gets the mail first. */
export async function listAddresses(me: Person) {
  return addressesOf(me)
}

/** Adds an address that I proved by its code; `problem` says what is wrong with the code or the address. */
export function addAddress(me: Person, email: string, code: string, now = new Date()) {
  return write(async (tx): Promise<{ problem: string } | { email: string }> => {
    const used = await useCode(tx, email, code, now)
    if ('problem' in used) return used
    const row = { personId: me.personId, email, verifiedAt: programNow() }
    const added = await tx.insert(addresses).values(row).onConflictDoNothing().returning({ id: addresses.id })
    if (added.length === 0) return { problem: 'This address already belongs to an account. Sign in with it instead' }
    return { email }
  })
}

const mine = (me: Person, addressId: string) => and(eq(addresses.personId, me.personId), eq(addresses.id, addressId))

/** From now on mail goes to this one of my addresses. */
export function makePrimary(me: Person, addressId: string): Promise<void> {
  return write(async (tx) => {
    await tx.update(addresses).set({ isPrimary: false }).where(eq(addresses.personId, me.personId))
    const chosen = await tx
      .update(addresses)
      .set({ isPrimary: true })
      .where(mine(me, addressId))
      .returning({ id: addresses.id })
    if (chosen.length === 0) throw notFound()
  })
}

/** Removes one of my addresses, but never the one that gets the mail. */
export async function removeAddress(me: Person, addressId: string): Promise<void> {
  const removed = await write((tx) =>
    tx
      .delete(addresses)
      .where(and(mine(me, addressId), eq(addresses.isPrimary, false)))
      .returning({ id: addresses.id }),
  )
  if (removed.length > 0) return
  const [kept] = await read.select({ id: addresses.id }).from(addresses).where(mine(me, addressId))
  throw kept ? conflict('Your mail goes to this address. Choose another one for your mail first.') : notFound()
}
