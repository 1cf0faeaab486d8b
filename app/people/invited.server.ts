import { and, eq, gt, isNull } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { record } from '#app/workflow/events.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { invitations, people, roles } from '#db/schema/index'
import { closedText, stateOf } from './invitation'
import { addPerson, findByAddress } from './newcomer.server'
import { type Arriving, endEverySignIn, startSignIn } from './sign-ins.server'
import { hashOf } from './token.server'

/** The invitation that this link stands for; 404 when there is none. */
export async function findInvitation(token: string, now = programNow()) {
  const { name, email, role, expiresAt, acceptedAt, revokedAt } = invitations
  const [it] = await read
    .select({ name, email, role, expiresAt, acceptedAt, revokedAt, by: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedById))
    .where(eq(invitations.tokenHash, hashOf(token)))
  if (!it) throw notFound()
  return { ...it, state: stateOf(it, now) }
}

/**
 * Accepts an invitation once: its role comes to the account of that address, or to a new one, and this browser is
 * signed in, since only that mailbox knew the link. Every other sign-in of the account ends: its rights have changed.
 */
export function acceptInvitation(token: string, arriving: Arriving, now = programNow()): Promise<string> {
  return write(async (tx) => {
    const open = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))
    const [it] = await tx
      .update(invitations)
      .set({ acceptedAt: now })
      .where(and(eq(invitations.tokenHash, hashOf(token)), open))
      .returning()
    if (!it) throw await whyNot(tx, token, now)
    const personId = await roleFor(tx, it, now)
    await endEverySignIn(tx, personId)
    return startSignIn(tx, personId, arriving)
  })
}

async function roleFor(tx: Tx, it: typeof invitations.$inferSelect, now: Date): Promise<string> {
  const known = await findByAddress(tx, it.email)
  if (!known) return addPerson(tx, it, now)
  const { personId, name, isClosed } = known
  if (isClosed) throw conflict('This account is closed. Write to the coordinator.')
  const me = { kind: 'person', personId, name, roles: [it.role] } as const
  await together([
    tx
      .insert(roles)
      .values({ personId, role: it.role, grantedOn: dayAt(now) })
      .onConflictDoNothing(),
    record(tx, me, { subjectKind: 'person', subjectId: personId, step: 'take-role', to: it.role }, now),
  ])
  return personId
}

async function whyNot(tx: Tx, token: string, now: Date): Promise<Response> {
  const [it] = await tx
    .select()
    .from(invitations)
    .where(eq(invitations.tokenHash, hashOf(token)))
  const state = it && stateOf(it, now)
  return state && state !== 'open' ? conflict(closedText[state]) : notFound()
}
