import type { Moved, Reason } from '#db/schema/assign/proposals'
import type { Ask } from './optimum.server'
import { columnsBy, type Outcome, outcomeOf, placeOf } from './outcome'
import type { Proposed } from './proposed'

const MOST_TRADES = 200
type Lines = Pick<Proposed, 'seats' | 'unplaced'>

/**
 * To each reason "traded", the proof: whom placing the student there would move, by solving again with that seat given
 * (engine.md section 6). Those beyond the first 200, or beyond the time, are left without.
 */
export function withTrades<T extends Lines>(proposed: T, ask: Ask): T {
  const columns = columnsBy(ask.outcome.model)
  let left = MOST_TRADES
  const proved = (applicationId: string) => (reason: Reason) => {
    if (reason.kind !== 'traded' || left === 0 || Date.now() > ask.until) return reason
    left--
    const mine = columns.get(applicationId) ?? []
    const column = mine.find((one) => ask.outcome.model.candidates[one].opening.id === reason.openingId)
    return column === undefined ? reason : { ...reason, chain: chainOf(ask, column) }
  }
  const line = <L extends { applicationId: string; reasons: Reason[] }>(it: L): L => ({
    ...it,
    reasons: it.reasons.map(proved(it.applicationId)),
  })
  return { ...proposed, seats: proposed.seats.map(line), unplaced: proposed.unplaced.map(line) }
}

function chainOf({ again, outcome }: Ask, choose: number): Moved[] | undefined {
  const { student } = outcome.model.candidates[choose]
  const then = again({ choose })
  if (!then) return undefined
  return movedBetween(outcome, outcomeOf(outcome.model, then)).filter(
    ({ applicationId }) => applicationId !== student.id,
  )
}

/** Whose wish differs between two outcomes of one model. */
export const movedBetween = (now: Outcome, then: Outcome): Moved[] =>
  now.model.students.flatMap(({ id }) => {
    const [from, to] = [placeOf(now, id)?.wish ?? null, placeOf(then, id)?.wish ?? null]
    return from === to ? [] : [{ applicationId: id, from, to }]
  })
