import { createHash } from 'node:crypto'
import type { AssignFacts } from './arrangement'
import { type Model, modelOf } from './model'
import { columnsBy, isOffer, limitsBy, outcomeOf } from './outcome'
import { type Proposed, proposedOf } from './proposed'
import { inTurns } from './turns.server'

/** Places by the serial order: the fallback when the optimizer fails, and the baseline of the tests. */
export function proposeSerially(facts: AssignFacts, seed: string): Proposed {
  const model = modelOf(facts)
  const outcome = outcomeOf(model, seriallyChosen(model, seed))
  return { ...proposedOf(outcome), stages: [], worth: [], status: 'serial', solver: null }
}

/**
 * Serial order (engine.md 1.5): tier, then score, unscored last, then the year's lottery; each student in turn takes
 * the best wish that no rule forbids. Open offers keep their seats first. Returns 1 for each chosen column.
 */
export function seriallyChosen(model: Model, seed: string): Uint8Array {
  const x = new Uint8Array(model.candidates.length)
  const room = model.limits.map(({ upper }) => upper)
  const limits = limitsBy(model)
  const take = (column: number) => {
    if (!limits[column].every((at) => room[at] > 0)) return false
    for (const at of limits[column]) room[at]--
    x[column] = 1
    return true
  }
  const columns = columnsBy(model)
  const kept = Array.from(x.keys()).filter((column) => isOffer(model, model.candidates[column]) && take(column))
  const placed = new Set(kept.map((column) => model.candidates[column].student.id))
  for (const { id } of inTurns(model.students, seed)) if (!placed.has(id)) (columns.get(id) ?? []).some(take)
  return x
}

/** The hash of all that goes into a run: the same input is recognized, in whatever order it was read. */
export function inputHash({ students, openings, seats, ...rest }: AssignFacts, seed: string): string {
  const sorted = <T>(list: T[], key: (it: T) => string) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const input = {
    ...rest,
    seed,
    students: sorted(students, ({ id }) => id),
    openings: sorted(openings, ({ id }) => id),
    seats: sorted(seats, ({ studentId, openingId }) => `${studentId} ${openingId}`),
  }
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}
