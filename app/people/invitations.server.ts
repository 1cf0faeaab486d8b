import { and, desc, eq, isNull } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, endOf } from '#app/workflow/day.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { addresses, invitations, people } from '#db/schema/index'
import type { Person, Role } from '#db/schema/people/actors'
import { INVITATION_DAYS, stateOf } from './invitation'
import { postInvitation } from './messages.server'
import { hashOf, newToken } from './token.server'

type Invited = { name: string; email: string; role: Role }

const expiry = (now: Date) => endOf(addDays(dayAt(now), INVITATION_DAYS))

/** Invites somebody by e-mail to a role of staff; the link counts for a week. Asked twice on a day, one goes out. */
export async function invite(me: Person, invited: Invited, now = programNow()): Promise<void> {
  insist(me, 'person.invite')
  const [id, token] = [newId(), newToken()]
  const row = { ...invited, tokenHash: hashOf(token), invitedById: me.personId, expiresAt: expiry(now) }
  await write(async (tx) => {
    const [, isSent] = await together([refuseMyself(tx, me, invited.email), isInvited(tx, row)])
    if (isSent) return
    await together([
      tx.insert(invitations).values({ ...row, id }),
      record(tx, me, { subjectKind: 'invitation', subjectId: id, step: 'send', to: invited.role }, now),
      postInvitation(tx, { ...row, by: me.name, token }, now),
    ])
  })
}

/** Nobody gives themself a role. */
async function refuseMyself(tx: Tx, me: Person, email: string): Promise<void> {
  const mine = and(eq(addresses.personId, me.personId), eq(addresses.email, email))
  const [own] = await tx.select({ id: addresses.id }).from(addresses).where(mine)
  if (own) throw conflict('This is your own address. Somebody else must invite you to another role.')
}

/** Whether the same invitation went out today and is open: a second click. */
async function isInvited(tx: Tx, { email, role, expiresAt }: Invited & { expiresAt: Date }): Promise<boolean> {
  const same = and(eq(invitations.email, email), eq(invitations.role, role), eq(invitations.expiresAt, expiresAt))
  const open = and(same, isNull(invitations.acceptedAt), isNull(invitations.revokedAt))
  return (await tx.select({ id: invitations.id }).from(invitations).where(open)).length > 0
}

const unanswered = (invitationId: string) =>
  and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt))

/** Takes an invitation back: its link no longer works. */
export async function revokeInvitation(me: Person, invitationId: string, now = programNow()): Promise<void> {
  insist(me, 'person.invite')
  await write(async (tx) => {
    const set = { revokedAt: now }
    const [it] = await tx.update(invitations).set(set).where(unanswered(invitationId)).returning()
    if (!it) throw await gone(tx, invitationId)
    await record(tx, me, { subjectKind: 'invitation', subjectId: it.id, step: 'revoke', from: it.role }, now)
  })
}

/** Sends an invitation again with a new link and a new week; the old link no longer works. */
export async function renewInvitation(me: Person, invitationId: string, now = programNow()): Promise<void> {
  insist(me, 'person.invite')
  const token = newToken()
  await write(async (tx) => {
    const set = { tokenHash: hashOf(token), expiresAt: expiry(now) }
    const [it] = await tx.update(invitations).set(set).where(unanswered(invitationId)).returning()
    if (!it) throw await gone(tx, invitationId)
    await record(tx, me, { subjectKind: 'invitation', subjectId: it.id, step: 'renew', to: it.role }, now)
    await postInvitation(tx, { ...it, by: me.name, token }, now)
  })
}

async function gone(tx: Tx, invitationId: string): Promise<Response> {
  const [there] = await tx.select({ id: invitations.id }).from(invitations).where(eq(invitations.id, invitationId))
  return there ? conflict('This invitation was already accepted or revoked.') : notFound()
}

/** The newest invitations with how each stands. */
export async function listInvitations(me: Person, now = programNow()) {
  insist(me, 'person.invite')
  const rows = await read
    .select({ invitation: invitations, by: people.name })
    .from(invitations)
    .innerJoin(people, eq(people.id, invitations.invitedById))
    .orderBy(desc(invitations.expiresAt))
    .limit(100)
  return rows.map(({ invitation: { tokenHash: _, ...it }, by }) => ({ ...it, by, state: stateOf(it, now) }))
}
