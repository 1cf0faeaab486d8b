import { asc, desc, eq } from 'drizzle-orm'
import { read, readAll, write } from '#db/client'
import { addresses, people } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { isOpen } from './sign-in'
import { signInsOf } from './sign-ins.server'

type Profile = { name: string; familyName: string; pronouns?: string; phone?: string; introduction?: string }

/** My account: what I say of myself, my addresses, and the devices on which I am signed in. */
export async function findAccount(me: Person, now = new Date()) {
  const { name, familyName, pronouns, phone, introduction } = people
  const [[profile], mine, devices] = await readAll(
    read.select({ name, familyName, pronouns, phone, introduction }).from(people).where(eq(people.id, me.personId)),
    addressesOf(me),
    signInsOf(me, now),
  )
  return { profile, addresses: mine, devices: devices.filter((device) => isOpen(device, me.roles, now)) }
}

/** My addresses, the one that gets the mail first, as a query for `readAll`. */
export const addressesOf = (me: Person) =>
  read
    .select({ id: addresses.id, email: addresses.email, isPrimary: addresses.isPrimary })
    .from(addresses)
    .where(eq(addresses.personId, me.personId))
    .orderBy(desc(addresses.isPrimary), asc(addresses.email))

/** Says anew what I say of myself; what is left out is emptied. */
export async function saveProfile(me: Person, { pronouns, phone, introduction, ...names }: Profile): Promise<void> {
  const said = { pronouns: pronouns ?? null, phone: phone ?? null, introduction: introduction ?? null }
  await write((tx) =>
    tx
      .update(people)
      .set({ ...names, ...said })
      .where(eq(people.id, me.personId)),
  )
}
