import { gte } from 'drizzle-orm'
import { stepApplication } from '#app/apply/applications.server'
import { endWishes, liveWishes } from '#app/apply/ended-wishes.server'
import { mayAskForWaitlist } from '#app/apply/place'
import { instantText } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { confirmIfReady, papersNow } from './confirmation.server'
import { tellStudent } from './messages.server'
import { placementTags } from './placement'
import { type PlacementRecord, recordNow } from './records.server'
import { stepPlacement } from './step.server'

/**
 * The student takes the place: confirmed at once when every paper is accepted and an agreement covers the days,
 * else accepted until then. Throws 409 once the offer's instant has passed. A second press does nothing more.
 */
export function acceptOffer(me: Person, placementId: string, now: Date = programNow()): Promise<void> {
  return write(async (tx) => {
    const [it, papers] = await together([recordNow(tx, me, placementId), papersNow(tx, placementId)])
    if (it.placement.status === 'accepted' || it.placement.status === 'confirmed') return
    await together([
      answer(tx, me, it, 'accept', {}, now),
      stepApplication(tx, me, it.application, 'place', {}, now),
      endWishes(tx, it.application.id),
    ])
    const accepted = { ...it, placement: { ...it.placement, status: 'accepted' as const } }
    const missing = await confirmIfReady(tx, me, accepted, papers, now)
    if (missing !== null) await tellStudent(tx, 'accepted', it, { missing, now })
  })
}

/** The student says no: the wish for it ends without a mark, the others wait. */
export function declineOffer(me: Person, placementId: string, reason: string | undefined, now: Date = programNow()) {
  return write(async (tx) => {
    const it = await recordNow(tx, me, placementId)
    if (it.placement.status === 'declined') return
    await together([
      answer(tx, me, it, 'decline', { note: reason }, now),
      stepApplication(tx, me, it.application, 'decline', {}, now),
      endWishes(tx, it.application.id, it.opening),
    ])
    const hasOtherWish = (await liveWishes(tx, it.application.id)) > 0
    await tellStudent(tx, 'declined', it, { hasOtherWish, now })
  })
}

async function answer(
  tx: Tx,
  me: Person,
  it: PlacementRecord,
  step: 'accept' | 'decline',
  more: { note?: string },
  now: Date,
) {
  const tooLate = tooLateText(it, now)
  await stepPlacement(tx, me, it, step, { ...more, where: gte(placements.expiresAt, now), tooLate }, now)
}

function tooLateText({ placement }: PlacementRecord, now: Date): string {
  if (placement.status === 'offered' && placement.expiresAt && now > placement.expiresAt) {
    return `This offer ended ${instantText(placement.expiresAt)}. You can ask to join the waitlist.`
  }
  return `This offer can’t be answered any more: it stands as “${placementTags[placement.status].label}”.`
}

const ONLY_AFTER_LAPSE = 'The waitlist can be joined only after an offer has ended without a reply.'

/**
 * After an offer that ended without a reply, and no decision since, the student asks to wait for another place.
 * Returns the application that waits.
 */
export function askForWaitlist(me: Person, placementId: string, now: Date = programNow()): Promise<string> {
  return write(async (tx) => {
    const it = await recordNow(tx, me, placementId)
    const { id, status } = it.application
    if (status === 'waitlisted') return id
    insist(me, 'application.edit', it.application)
    if (!mayAskForWaitlist(it)) throw conflict(ONLY_AFTER_LAPSE)
    await stepApplication(tx, me, it.application, 'ask for waitlist', { tooLate: ONLY_AFTER_LAPSE }, now)
    return id
  })
}
