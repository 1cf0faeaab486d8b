import { listText } from '#app/ui/list-text'
import type { blocks, clerkships } from '#db/schema/index'

export type Clerkship = typeof clerkships.$inferSelect
export type Block = typeof blocks.$inferSelect
/** An opening with how many live placements it holds. */
export type Opening = {
  id: string
  clerkshipId: string
  kind: Clerkship['kind']
  slug: string
  service: { id: string; name: string; letter: string }
  block: Block
  seats: number
  heldSeats: number
  heldUntilOn: string | null
  /** From when it may be wished; null where no date is set yet. */
  opensAt: Date | null
  taken: number
}

export const seatsLeft = ({ seats, taken }: Pick<Opening, 'seats' | 'taken'>) => Math.max(0, seats - taken)
/** A block may be wished through the end of its apply-by day. */
export const isOpenOn = (block: Pick<Block, 'applyByOn'>, today: string) => block.applyByOn >= today
export const leftIn = (openings: Opening[], today: string) =>
  openings.filter(({ block }) => isOpenOn(block, today)).reduce((left, opening) => left + seatsLeft(opening), 0)

/** The day until which all that is left is held for affiliated schools; null when it is for everybody. */
export const heldUntil = (it: Opening, today: string) =>
  it.heldUntilOn && it.heldUntilOn >= today && seatsLeft(it) > 0 && seatsLeft(it) <= it.heldSeats
    ? it.heldUntilOn
    : null

export const seatsText = (left: number) => (left === 1 ? '1 seat' : `${left} seats`)
export const feeText = (cents: number) => (cents === 0 ? 'No fee' : `$${cents / 100}`)

/** "block 8", "blocks 1–4, 7, and 8": three or more in a row are written as a range. */
export function blocksText(names: string[]): string {
  const list = listText(runsOf(names).flatMap(rangeText))
  return `${names.length === 1 ? 'block' : 'blocks'}\u00a0${list}`
}

/** Names that count up one by one, together; a half like 9A stands alone. */
function runsOf(names: string[]): string[][] {
  const runs: string[][] = []
  for (const name of names) {
    const run = runs[runs.length - 1]
    if (run && Number(run[run.length - 1]) + 1 === Number(name)) run.push(name)
    else runs.push([name])
  }
  return runs
}

const rangeText = (run: string[]) => (run.length >= 3 ? [`${run[0]}–${run[run.length - 1]}`] : run)

/** "4th-year students", "3rd- and 4th-year students". */
export function yearsText(years: number[]): string {
  const ordinals: Record<number, string> = { 3: '3rd', 4: '4th' }
  return `${years.map((year) => `${ordinals[year]}-`).join(' and ')}year students`
}

/** "3 seats are left this year, in blocks 10, 11 and 12." */
export function leftText(openings: Opening[], today: string): string {
  const free = openings.filter((it) => isOpenOn(it.block, today) && seatsLeft(it) > 0)
  const left = leftIn(openings, today)
  if (left === 0) return 'No seats are left this year.'
  const names = [...new Set(free.map(({ block }) => block.name))]
  return `${seatsText(left)} ${left === 1 ? 'is' : 'are'} left this year, in ${blocksText(names)}.`
}
