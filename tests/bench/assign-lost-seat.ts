import type { Opening } from '#app/assign/arrangement'
import { placeOf } from '#app/assign/outcome'
import { seatOf } from '#app/assign/seat'
import { type Figure, of } from './figure'
import { type Proposing, propose, upTo } from './proposing'
import { seasonOf } from './season'

const SEEDS = 5
/** In how many full openings of each season a seat is lost, one at a time. */
const LOST: Record<number, number> = { 300: 20, 3000: 5 }

/** 9: whose place changes when a published season loses one seat, beside a fresh proposal. */
export async function lostSeat(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const students of [300, 3000]) {
    const [kept, fresh]: number[][] = [[], []]
    for (const seed of upTo(SEEDS)) {
      const facts = seasonOf(students, seed)
      const published = await propose(facts)
      for (const lost of spread(fullOpenings(published), LOST[students])) {
        const openings = facts.openings.map((it) => (it.id === lost.id ? { ...it, seats: it.seats - 1 } : it))
        const without = { ...facts, openings }
        kept.push(changed(published, await propose({ ...without, seats: offersOf(published) })))
        fresh.push(changed(published, await propose(without)))
      }
    }
    figures.push(...figuresOf(students, kept, fresh))
  }
  return figures
}

function figuresOf(students: number, kept: number[], fresh: number[]): Figure[] {
  const where = `${kept.length} lost seats, ${students} students, seeds 1–${SEEDS}`
  const all = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0)
  const worst = Math.max(...kept)
  return [
    {
      ...{ name: `9 places changed beside a fresh solve, ${where}`, unit: 'places' },
      ...{ ...of(all(kept), all(fresh)), bar: { atMost: 0.4 } },
    },
    {
      ...{ name: `9 places changed, worst of ${where}`, unit: 'places' },
      ...{ value: worst, baseline: null, ratio: worst, bar: { atMost: 3 } },
    },
  ]
}

const fullOpenings = ({ outcome, lines }: Proposing): Opening[] =>
  outcome.model.facts.openings.filter(
    ({ id, seats }) => seats > 0 && lines.seats.filter(({ openingId }) => openingId === id).length === seats,
  )

/** So many of them, evenly from first to last. */
const spread = <T>(list: T[], most: number): T[] =>
  list.filter((_, at) => Math.floor((at * most) / list.length) !== Math.floor(((at - 1) * most) / list.length))

const placesIn = ({ outcome }: Proposing): Map<string, string | undefined> =>
  new Map(outcome.model.students.map(({ id }) => [id, placeOf(outcome, id)?.opening.id]))

function changed(now: Proposing, then: Proposing): number {
  const before = placesIn(now)
  return [...placesIn(then)].filter(([id, opening]) => before.get(id) !== opening).length
}

const offersOf = ({ outcome }: Proposing) =>
  [...outcome.chosen.values()].map((column) => {
    const { student, opening } = outcome.model.candidates[column]
    return { ...seatOf(student, opening), holds: 'offer' as const }
  })
