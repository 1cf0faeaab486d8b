import { and, eq, inArray } from 'drizzle-orm'
import { stepApplication } from '#app/apply/applications.server'
import { reviveWishes } from '#app/apply/ended-wishes.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { placements } from '#db/schema/index'
import type { Actor, Person } from '#db/schema/people/actors'
import { deleteDrafts } from './drafts.server'
import { wasHeld } from './happened.server'
import { offerInstead } from './instead.server'
import { tellSchool, tellStudent } from './messages.server'
import { live, placementTags } from './placement'
import { type PlacementRecord, recordNow, recordsWhere } from './records.server'
import { stepPlacement } from './step.server'

const endText = ({ placement }: PlacementRecord) =>
  `This place has ended already: it stands as “${placementTags[placement.status].label}”.`

/**
 * The student, or the coordinator for them, gives the place up, or an offer of one; the application is withdrawn. The
 * school is told of a place that was held, and hears nothing of an offer that was never accepted.
 */
export function withdrawPlacement(me: Person, placementId: string, reason: string | undefined, now = programNow()) {
  return write(async (tx) => {
    const it = await recordNow(tx, me, placementId)
    insist(me, 'placement.withdraw', it.placement)
    if (it.placement.status === 'withdrawn') return
    refuseOver(it, now)
    await together([
      withdrawIn(tx, me, it, reason, now),
      stepApplication(tx, me, it.application, 'withdraw', { note: reason }, now),
    ])
  })
}

async function withdrawIn(tx: Tx, me: Actor, it: PlacementRecord, reason: string | undefined, now: Date) {
  await together([
    stepPlacement(tx, me, it, 'withdraw', { note: reason, tooLate: endText(it) }, now),
    tellStudent(tx, 'withdrawn', it, { now }),
  ])
  if (it.placement.status !== 'offered' || (await wasHeld(tx, it.placement.id))) await tellSchool(tx, it, now)
}

function refuseOver({ block }: PlacementRecord, now: Date): void {
  if (block.lastOn < dayAt(now)) throw conflict('This rotation is over, so there is nothing to give up.')
}

/** What a withdrawn application sets off: its draft is removed, its offer or place given up. */
export async function endAfterWithdrawal(tx: Tx, applicationId: string, me: Actor, now: Date): Promise<void> {
  const open = and(eq(placements.applicationId, applicationId), inArray(placements.status, [...live]))
  for (const it of await recordsWhere(tx, open)) {
    if (it.placement.status === 'draft') await dropDraft(tx, me, it, now)
    else if (it.placement.status !== 'completed') await withdrawIn(tx, me, it, undefined, now)
  }
}

/** Removes a draft inside a write; its event stays. */
export async function dropDraft(tx: Tx, me: Actor, { placement }: PlacementRecord, now: Date) {
  await together([
    deleteDrafts(tx, [placement.id]),
    record(tx, me, { subjectKind: 'placement', subjectId: placement.id, step: 'remove', from: 'draft' }, now),
  ])
}

type Cancelled = { reason: string; instead?: string }

/**
 * The host takes an offer or a place back: the application is eligible again with its wishes alive, and with `instead`
 * is offered that opening in the same step. Returns the place that ended and the one offered; undefined when it had
 * been cancelled before. Throws 409 when the other has no room.
 */
export function cancelAndOffer(me: Person, placementId: string, { reason, instead }: Cancelled, now = programNow()) {
  return write(async (tx) => {
    const it = await recordNow(tx, me, placementId)
    insist(me, 'placement.cancel')
    if (it.placement.status === 'cancelled') return undefined
    refuseOver(it, now)
    await cancelIn(tx, me, it, reason, now, Boolean(instead))
    return { ended: it, offered: instead ? await offerInstead(tx, me, it, instead, now) : null }
  })
}

/** The same without other dates to offer. */
export const cancelPlacement = (me: Person, placementId: string, reason: string, now = programNow()) =>
  cancelAndOffer(me, placementId, { reason }, now)

/**
 * The same inside a write, for the job of the first day. Of a place whose own message had not gone out no mail tells
 * that it is gone: the student, who may have seen it here, finds that on its page.
 */
export async function cancelIn(
  tx: Tx,
  me: Actor,
  it: PlacementRecord,
  reason: string,
  now: Date,
  isFollowed = false,
): Promise<void> {
  const isPlaced = it.application.status === 'placed'
  const [isUntold] = await together([
    stepPlacement(tx, me, it, 'cancel', { note: reason, set: { reason }, tooLate: endText(it) }, now),
    isPlaced && stepApplication(tx, me, it.application, 'unplace', {}, now),
    reviveWishes(tx, it.application.id),
  ])
  if (!isUntold) await tellStudent(tx, 'cancelled', it, { reason, isFollowed, now })
}
