import { dayText } from '#app/ui/time'
import type { Block, Opening } from './opening'
import { blocksText, isOpenOn, seatsLeft } from './opening'

const DAY_MS = 86_400_000
const stamp = (day: string) => Date.parse(`${day}T00:00:00Z`)
/** Days from `a` to `b`. */
export const daysUpTo = (a: string, b: string) => (stamp(b) - stamp(a)) / DAY_MS

export type BlockState = 'past' | 'now' | 'open'
export function stateOf(block: Block, today: string): BlockState {
  if (block.firstOn <= today && today <= block.lastOn) return 'now'
  return isOpenOn(block, today) ? 'open' : 'past'
}

export type SeatState = 'taken' | 'free' | 'unfilled'
/** The seats of an opening one by one: taken ones first; a free one past its apply-by day stays unfilled. */
export function seatStates(opening: Opening, today: string): SeatState[] {
  const rest: SeatState = isOpenOn(opening.block, today) ? 'free' : 'unfilled'
  return Array.from({ length: opening.seats }, (_, at) => (at < opening.taken ? 'taken' : rest))
}

export type Lane = { name: string; letter: string; openings: Opening[] }
/** A lane for each service of the long clerkships, then one for the electives. */
export function lanesOf(openings: Opening[]): Lane[] {
  const long = openings.filter((it) => it.kind === 'sub-internship')
  const names = [...new Map(long.map(({ service }) => [service.id, service])).values()]
  const lanes = names.map(({ id, name, letter }) => ({
    name,
    letter,
    openings: long.filter((it) => it.service.id === id),
  }))
  const electives = openings.filter((it) => it.kind === 'elective')
  return electives.length > 0 ? [...lanes, { name: 'Elective', letter: 'E', openings: electives }] : lanes
}

/** The first days of the months from–to. */
export function monthsBetween(from: string, to: string): string[] {
  const first = `${from.slice(0, 7)}-01`
  if (first > to) return []
  const next = new Date(stamp(first))
  next.setUTCMonth(next.getUTCMonth() + 1)
  return [first, ...monthsBetween(next.toISOString().slice(0, 10), to)]
}

/** The month that most of a block lies in: "April" for March 29 – April 23. */
export function monthOf({ firstOn, lastOn }: Pick<Block, 'firstOn' | 'lastOn'>): string {
  const middle = new Date((stamp(firstOn) + stamp(lastOn)) / 2)
  return dayText(middle.toISOString().slice(0, 10)).split('\u00a0')[0]
}

/** The picture in words, for whom it is not drawn. */
export function yearInWords(blocks: Block[], lanes: Lane[], today: string): string {
  const [first, last] = [blocks[0], blocks[blocks.length - 1]]
  const named = (state: BlockState) => blocks.filter((block) => stateOf(block, today) === state).map((it) => it.name)
  const [from, to] = [dayText(first.firstOn, { year: true }), dayText(last.lastOn, { year: true })]
  const span = `${blocks.length} blocks from ${from} to ${to}.`
  const now = named('now').length > 0 ? `Running: ${blocksText(named('now'))}.` : ''
  const open = named('open').length > 0 ? `Open to apply: ${blocksText(named('open'))}.` : ''
  return [span, now, open, ...lanes.map((lane) => laneInWords(lane, today))].filter(Boolean).join(' ')
}

function laneInWords({ name, openings }: Lane, today: string): string {
  const free = openings.filter((it) => isOpenOn(it.block, today) && seatsLeft(it) > 0).map((it) => it.block.name)
  return free.length > 0 ? `${name}: seats free in ${blocksText(free)}.` : `${name}: full.`
}
