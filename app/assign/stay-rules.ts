import type { Rule } from './arrangement'
import { counting } from './counting'
import { daysBy } from './seat-rules'

/** One live placement an application. */
const onePlacement = counting({
  name: 'one-placement',
  unit: 'students',
  tally: () => ({
    keys: ({ seat }) => [seat.studentId],
    most: () => 1,
    says: () => 'Already placed for this application',
  }),
})

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
