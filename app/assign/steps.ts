import { may } from '#app/workflow/permissions'
import { stepsFrom } from '#app/workflow/workflow'
import type { Actor } from '#db/schema/people/actors'
import { type Placement, type PlacementStep, placementWorkflow } from './placement'

/** The steps that this person may take on this placement now; an offer past its instant can't be answered. */
export function placementSteps(
  me: Actor,
  it: Pick<Placement, 'status' | 'studentId' | 'expiresAt'>,
  now: Date,
): PlacementStep[] {
  const isPast = it.status === 'offered' && it.expiresAt !== null && now > it.expiresAt
  return stepsFrom(placementWorkflow, it.status)
    .map((step) => step as PlacementStep)
    .filter((step) => !(isPast && (step === 'accept' || step === 'decline')))
    .filter((step) => may(me, placementWorkflow[step].by as 'placement.answer', it))
}
