import { addDays } from '#app/workflow/day.server'
import type { Breach, Opening } from './arrangement'
import { dayByItself } from './promotion.server'
import type { Waiting } from './waiting.server'
import { fullFor, lineFor, turnIn } from './waitlist'

export const labelOf = ({ block, service }: Opening) => `Block ${block.name}, ${service.name}`

/** Whether an opening has a seat, whose turn it is, and what keeps it from being offered by itself. */
export function standOf(season: Waiting, opening: Opening, before: Breach[], now: Date) {
  const { students, undecided } = lineFor(season, opening.id)
  const { next, first, full } = turnIn(season.facts, opening, { students, undecided }, before)
  const list = season.lists.get(opening.id)
  return {
    full: students.length > 0 ? full : fullFor(season.facts, opening, before),
    hasSeats: opening.seats > 0,
    isEmpty: students.every(({ id }) => undecided.has(id)),
    next: next && { id: next.id, name: next.name },
    first: first?.name ?? null,
    isChanging: season.changing.has(opening.block.id),
    isPaused: Boolean(list?.isPaused),
    reason: list?.reason ?? null,
    isDecided: season.decided.has(opening.id),
    /** Somebody is to be placed still: who waits is no part of a proposal. */
    mayPropose: undecided.size > 0,
    isByItself: dayByItself(opening, season.rules, now) !== null,
    untilOn: addDays(opening.block.first, -season.rules.promoteUntilDaysBefore),
  }
}
export type Stand = ReturnType<typeof standOf>
