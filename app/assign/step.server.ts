import { isToldOf, withdrawMessages } from '#app/mail/messages.server'
import { move } from '#app/workflow/move.server'
import { type Tx, together } from '#db/client'
import { placements } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { type PlacementStep, placementWorkflow } from './placement'
import type { PlacementRecord } from './records.server'

type More = Pick<Parameters<typeof move>[2], 'where' | 'set' | 'note' | 'tooLate'>

/** Messages that ask for an answer to an offer. */
const ofOffer = ['placement.offer', 'placement.reminder']
/** Steps after which a message that still waits would tell of a place that is gone; and those messages. */
const ends: PlacementStep[] = ['withdraw', 'cancel', 'move']
const ofPlace = [...ofOffer, 'placement.enrolled', 'placement.moved']
/** The first that a student hears of a place. Who reads that it moved has heard of it before. */
const news = ['placement.offer', 'placement.enrolled']

/**
 * Takes one step of a placement inside `tx`; throws 403 or 409 as `move` does. An offer that is over is not sent any
 * more, where it has not gone out. Returns whether no message had told the student of the place, and none will now.
 */
export async function stepPlacement(
  tx: Tx,
  me: Actor,
  { placement }: Pick<PlacementRecord, 'placement'>,
  step: PlacementStep,
  { set, ...more }: More,
  now: Date,
): Promise<boolean> {
  const moving = { table: placements, kind: 'placement', workflow: placementWorkflow, step, it: placement }
  const about = { kind: 'placement', id: placement.id }
  const unsent = ends.includes(step) ? ofPlace : ofOffer
  const [, withdrawn] = await together([
    move(tx, me, { ...moving, ...more, set: { ...set, statusAt: now } }, now),
    placement.status === 'offered' || ends.includes(step) ? withdrawMessages(tx, about, unsent) : [],
  ])
  return withdrawn.some((kind) => news.includes(kind)) && !(await isToldOf(tx, about))
}
