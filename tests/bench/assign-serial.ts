import type { Model } from '#app/assign/model'
import { seriallyChosen } from '#app/assign/serial-order.server'
import { costOf } from '#app/solve/staged'
import { type Figure, median, of } from './figure'
import { propose, SEED, upTo } from './proposing'
import { seasonOf } from './season'

/** An odd number, so that one of them is the median. */
const SEEDS = 11

/** What the serial order comes to in the seasons of engine.md section 2; ours are made to be like them. */
const described: Record<number, Serial> = {
  300: { placed: 224, first: 89, 'first to third': 156, 'cost of tier 1': 196 },
  3000: { placed: 2283, first: 1325, 'first to third': 1829, 'cost of tier 1': 1215 },
}
type Serial = Record<'placed' | 'first' | 'first to third' | 'cost of tier 1', number>

/** 4: what the first tier's wishes cost beside the serial order; and how like the described seasons ours are. */
export async function firstTier(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const students of [300, 3000]) {
    const seasons: { cost: number; serial: Serial }[] = []
    for (const seed of upTo(SEEDS)) seasons.push(await besideSerial(students, seed))
    const ratios = seasons.map(({ cost, serial }) => cost / serial['cost of tier 1'])
    const where = `${students} students, seeds 1–${SEEDS}`
    const line = (name: string, ratio: number, bar: Figure['bar']) => ({
      name: `4 cost of tier 1 beside the serial order, ${name}, ${where}`,
      unit: '',
      value: ratio,
      baseline: null,
      ratio,
      bar,
    })
    figures.push(line('median', median(ratios), { atMost: 0.85 }), line('worst', Math.max(...ratios), { atMost: 1 }))
    for (const [what, theirs] of Object.entries(described[students]))
      figures.push({
        name: `4 serial order here beside engine.md: ${what}, median, ${where}`,
        unit: what.startsWith('cost') ? 'points' : 'students',
        ...of(median(seasons.map(({ serial }) => serial[what as keyof Serial])), theirs),
      })
  }
  return figures
}

async function besideSerial(students: number, seed: number): Promise<{ cost: number; serial: Serial }> {
  const { model, staged, solved } = await propose(seasonOf(students, seed))
  const x = new Uint8Array(staged.columns)
  x.set(seriallyChosen(model, SEED))
  const cost = costOf(staged.stages[0], x)
  return { cost: solved.stages[0].value, serial: { ...placesOf(model, x), 'cost of tier 1': cost } }
}

function placesOf({ candidates }: Model, x: Uint8Array): Omit<Serial, 'cost of tier 1'> {
  const wishes = candidates.flatMap(({ wish }, column) => (x[column] ? [wish] : []))
  const upToWish = (most: number) => wishes.filter((wish) => wish <= most).length
  return { placed: wishes.length, first: upToWish(1), 'first to third': upToWish(3) }
}
