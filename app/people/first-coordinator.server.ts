import { and, eq, isNull } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { record } from '#app/workflow/events.server'
import { type Tx, together, write } from '#db/client'
import { people, roles } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { addPerson, findByAddress, nameFrom } from './newcomer.server'
import { endEverySignIn } from './sign-ins.server'

const byItself: Actor = { kind: 'job', name: 'The first start' }

/**
 * Makes this address the first coordinator while there is none: that person signs in by a code and invites everybody
 * else. Once there is a coordinator it does nothing, whatever the address. False when nobody can invite anybody.
 */
export function ensureCoordinator(email: string | undefined, now = programNow()): Promise<boolean> {
  return write(async (tx) => {
    const [there] = await tx
      .select({ id: people.id })
      .from(roles)
      .innerJoin(people, eq(people.id, roles.personId))
      .where(and(eq(roles.role, 'coordinator'), isNull(people.deactivatedAt)))
      .limit(1)
    if (there || !email) return Boolean(there)
    const known = await findByAddress(tx, email)
    if (known?.isClosed) return false
    if (known) await promote(tx, known.personId, now)
    else await addPerson(tx, { email, name: nameFrom(email), role: 'coordinator' }, now)
    return true
  })
}

/** Somebody who came as a student before the setting was made; they sign in anew with their new rights. */
async function promote(tx: Tx, personId: string, now: Date): Promise<void> {
  await together([
    tx.insert(roles).values({ personId, role: 'coordinator', grantedOn: dayAt(now) }),
    endEverySignIn(tx, personId),
    record(tx, byItself, { subjectKind: 'person', subjectId: personId, step: 'take-role', to: 'coordinator' }, now),
  ])
}

/** What whoever runs a portal without a coordinator reads. */
export const nobodyToInvite =
  'There is no coordinator yet, so nobody can invite staff: set FIRST_COORDINATOR to an e-mail address and start again.'
