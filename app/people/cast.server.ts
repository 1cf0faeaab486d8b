import { asc, eq } from 'drizzle-orm'
import { isDemo } from '#app/workflow/clock.server'
import { notFound } from '#app/workflow/refusal'
import { read, write } from '#db/client'
import { cast, people } from '#db/schema/index'
import { type Arriving, startSignIn } from './sign-ins.server'

const groups = [
  { group: 'students', title: 'Students' },
  { group: 'residents-and-attendings', title: 'Residents and attendings' },
  { group: 'staff', title: 'Staff' },
] as const

/** The people of the demo by group, for the sign-in page; none outside a demo. */
export async function listCast() {
  if (!isDemo()) return []
  const members = await read
    .select({ id: cast.personId, name: people.name, group: cast.group, hint: cast.hint, isFirst: cast.isFirst })
    .from(cast)
    .innerJoin(people, eq(people.id, cast.personId))
    .orderBy(asc(cast.rank))
  return groups
    .map(({ group, title }) => ({ title, members: members.filter((member) => member.group === group) }))
    .filter(({ members }) => members.length > 0)
}

/** Signs in as a member of the demo's cast; 404 outside a demo and for anybody else. */
export async function signInAs(personId: string, arriving: Arriving): Promise<string> {
  if (!isDemo()) throw notFound()
  return write(async (tx) => {
    const [member] = await tx.select({ id: cast.personId }).from(cast).where(eq(cast.personId, personId))
    if (!member) throw notFound()
    return startSignIn(tx, member.id, arriving)
  })
}
