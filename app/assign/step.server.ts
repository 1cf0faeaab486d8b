import { move } from '#app/workflow/move.server'
import type { Tx } from '#db/client'
import { placements } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { type PlacementStep, placementWorkflow } from './placement'
import type { PlacementRecord } from './records.server'

type More = Pick<Parameters<typeof move>[2], 'where' | 'set' | 'note' | 'tooLate'>

/** Takes one step of a placement inside `tx`; throws 403 or 409 as `move` does. */
export async function stepPlacement(
  tx: Tx,
  me: Actor,
  { placement }: Pick<PlacementRecord, 'placement'>,
  step: PlacementStep,
  { set, ...more }: More,
  now: Date,
): Promise<void> {
  const moving = { table: placements, kind: 'placement', workflow: placementWorkflow, step, it: placement }
  await move(tx, me, { ...moving, ...more, set: { ...set, statusAt: now } }, now)
}
