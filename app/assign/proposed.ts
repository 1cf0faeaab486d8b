import type { Broken, Part, ProposedSeat, Unplaced, Worth } from '#db/schema/assign/proposals'
import { type AssignFacts, breachesBeyond, check } from './arrangement'
import type { Model } from './model'
import { type Outcome, placeOf } from './outcome'
import { reasoner } from './reasons'
import { seatOf } from './seat'

export type Proposed = {
  seats: ProposedSeat[]
  unplaced: Unplaced[]
  /** What the places that stand break already: reported, never mended by itself. */
  breaches: Broken[]
  stages: Part[]
  worth: Worth[]
  status: 'optimal' | 'time-limit' | 'serial'
  /** The library that solved it, with its version; null for the serial order. */
  solver: string | null
}

/** An outcome as it is stored: places and reasons, checked by the rules of the coordinator's own hand. */
export function proposedOf(outcome: Outcome, isProven = true): Pick<Proposed, 'seats' | 'unplaced' | 'breaches'> {
  const { model } = outcome
  const reasonsOf = reasoner(outcome, isProven)
  const seats: ProposedSeat[] = []
  const unplaced: Unplaced[] = []
  for (const student of model.students) {
    const place = placeOf(outcome, student.id)
    const was = model.movable.get(student.id)?.openingId ?? null
    const line = { applicationId: student.id, was, reasons: reasonsOf(student) }
    if (place) seats.push({ ...line, openingId: place.opening.id, wish: place.wish })
    else unplaced.push(line)
  }
  return { seats, unplaced, breaches: breachesOf(outcome) }
}

/** What the seats that stand break; throws when the proposal itself would break anything more. */
function breachesOf({ model, chosen }: Outcome): Broken[] {
  const before = check(model.facts)
  const [broken] = breachesBeyond(model.facts, seatsOf(model, chosen), before)
  if (broken) throw new Error(`The proposal breaks ${broken.rule} ${broken.at}: ${broken.says}`)
  return before.map(({ says, concerns }) => ({ says, seats: heldBy(model.facts, concerns) }))
}

const heldBy = ({ seats }: AssignFacts, concerns: string[]): Broken['seats'] =>
  seats
    .filter(({ studentId }) => concerns.includes(studentId))
    .map(({ studentId, openingId }) => ({ holder: studentId, openingId }))

const seatsOf = ({ candidates }: Model, chosen: Outcome['chosen']) =>
  [...chosen.values()].map((column) => seatOf(candidates[column].student, candidates[column].opening))
