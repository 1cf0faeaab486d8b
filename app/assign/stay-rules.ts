import type { Rule } from './arrangement'
import { counting, grouped } from './counting'
import { daysBy } from './seat-rules'

const ONE = { rule: 'one-placement', says: 'Already placed for this application' }

/** One live placement an application, on whatever days it is. */
const onePlacement: Rule = {
  name: ONE.rule,
  hard: true,
  check: ({ seats }) =>
    [...grouped(seats, ({ studentId }) => [studentId])].flatMap(([at, held]) =>
      held.length > 1 ? [{ ...ONE, at, concerns: [at], by: held.length - 1, unit: 'students' as const }] : [],
    ),
  rows: ({ seats }, candidates) => {
    const held = grouped(seats, ({ studentId }) => [studentId])
    const columns = grouped(Array.from(candidates.keys()), (column) => [candidates[column].student.id])
    return [...columns].flatMap(([at, columns]) => {
      const upper = held.has(at) ? 0 : 1
      return columns.length > upper ? [{ ...ONE, at, columns, upper, holders: [] }] : []
    })
  },
}

const DAY = ' on '

/** A student is never in two live placements on one day. */
const noOverlap = counting({
  name: 'no-overlap',
  unit: 'students',
  isByApplication: true,
  tally: (_, stays) => {
    const days = daysBy(stays, ({ seat }) => seat.personId)
    return {
      keys: ({ seat, opening: { block } }) =>
        (days.get(seat.personId) ?? [])
          .filter((day) => block.first <= day && day <= block.last)
          .map((day) => `${seat.personId}${DAY}${day}`),
      most: () => 1,
      says: (_, [{ opening }]) => `Already with us in block ${opening.block.name} on the same days`,
    }
  },
})

/** What forbids a seat because of where the student is already. */
export const stayRules: Rule[] = [onePlacement, noOverlap]
