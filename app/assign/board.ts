import { listText } from '#app/ui/list-text'
import type { Tone } from '#app/ui/tag'
import { dayText } from '#app/ui/time'
import type { AssignFacts, Breach, Opening, Student } from './arrangement'
import { check, checkSeat, countingRules, wishFor } from './arrangement'
import { crowds } from './seat-rules'

/** How a place is kept: pinned, or given beyond the seats by the program director's own step. */
type Kept = { isPinned: boolean; isOverbooked: boolean }
export type Chip = { id: string; familyName: string; says: string; tone: Tone; isDraft: boolean } & Kept
export type Cell = {
  openingId: string
  seats: string
  /** "Full", "No seats", "Overbooked" where that was meant, or "Full, wish 4" for the student being placed. */
  note: string | null
  isFull: boolean
  /** Why the student being placed can't be placed here, or which wish it is. */
  why: string | null
  hasRoom: boolean
  /** The student being placed did not ask for it. */
  isUnasked: boolean
  /** Only the seats are in the way: the program director may overbook. */
  mayOverbook: boolean
  chips: Chip[]
  /** What others did here within the last minutes. */
  news: string[]
  /** Whose place here breaks which rule now, though it did not when they were placed. */
  broken: string[]
}
export type Row = { key: string; name: string; sub: string }
export type Column = {
  id: string
  name: string
  first: string
  last: string
  state: { word: string; on?: string }
  cells: (Cell | null)[]
}

const rowOf = (opening: Opening, half: number | null): Row & { order: string } => {
  const service = opening.service.name
  const { kind, weeks, id } = opening.clerkship
  const name = kind === 'elective' ? 'Elective' : service
  const letter = half === null ? '' : ` ${String.fromCharCode(65 + half)}`
  const days = half === null ? `${weeks} weeks` : `${half === 0 ? 'first' : 'last'} ${weeks} weeks`
  const sub = kind === 'elective' ? `${service}, ${days}` : `Sub-internship, ${days}`
  return { key: `${id} ${opening.service.id} ${half ?? ''}`, name: `${name}${letter}`, sub, order: `${half ?? ''}` }
}

/** Which half of its block this opening is in; null for a whole block. */
export type Halves = Map<string, number>

/** The board's rows, whole blocks first, then halves, in the order of the openings. */
export function rowsOf(openings: Opening[], halves: Halves): Row[] {
  const rows = new Map(openings.map((it) => [keyOf(it, halves), rowOf(it, halves.get(it.block.id) ?? null)]))
  return [...rows.values()].sort((a, b) => (a.order < b.order ? -1 : Number(a.order > b.order)))
}

export const keyOf = (opening: Opening, halves: Halves) => rowOf(opening, halves.get(opening.block.id) ?? null).key

type Here = Pick<Cell, 'chips' | 'news'>

/** Who sits anywhere, by application; beyond the seats by the program director's own step, or not. */
export type Holders = Map<string, { familyName: string; isOverbooked: boolean }>

/** Makes the cells of one board: counts once, then each opening by the same rules as the write. */
export function cellMaker(facts: AssignFacts, placing: Student | null, holders: Holders = new Map()) {
  const before = check(facts)
  return (opening: Opening, here: Here): Cell => {
    const inside = facts.seats.filter((seat) => seat.openingId === opening.id)
    const taken = inside.length
    const isMeant = taken > opening.seats && inside.some(({ studentId }) => holders.get(studentId)?.isOverbooked)
    const isFull = taken >= opening.seats
    const breaches = placing ? checkSeat(facts, placing, opening, before) : []
    const wish = placing && wishFor(placing, opening.id)
    return {
      ...here,
      openingId: opening.id,
      seats: `${taken} of ${opening.seats}`,
      note: isFull ? `${isMeant ? 'Overbooked' : fullText(opening, taken)}${wish ? `, wish ${wish.rank}` : ''}` : null,
      isFull,
      hasRoom: Boolean(placing) && breaches.length === 0,
      isUnasked: Boolean(placing) && !wish,
      mayOverbook: breaches.length > 0 && breaches.every((breach) => breach.unit === 'seats'),
      broken: brokenIn(facts, opening, before, holders),
      why: placing ? whyText(breaches, wish?.rank, isFull) : standingText(facts, opening, isFull),
    }
  }
}

const fullText = ({ seats }: Opening, taken: number) => (seats === 0 && taken === 0 ? 'No seats' : 'Full')

/** "Rivera: Neuro IR is full March 1 – 26: 1 at once", for each rule that somebody in this opening breaks. */
function brokenIn(facts: AssignFacts, { id }: Opening, breaches: Breach[], holders: Holders): string[] {
  const here = new Set(facts.seats.filter(({ openingId }) => openingId === id).map(({ studentId }) => studentId))
  return breaches.flatMap(({ rule, says, concerns }) => {
    const isMeant = countingRules.includes(rule) && concerns.some((one) => holders.get(one)?.isOverbooked)
    const names = concerns.filter((one) => here.has(one)).flatMap((one) => holders.get(one)?.familyName ?? [])
    return names.length === 0 || isMeant ? [] : [`${listText(names)}: ${says}`]
  })
}

function whyText(breaches: Breach[], rank: number | undefined, isFull: boolean): string | null {
  const wish = rank ? `Wish ${rank}` : ''
  const notAsked = breaches.find(({ rule }) => rule === 'wished')
  const why = notAsked ?? breaches.find(({ rule }) => !(isFull && countingRules.includes(rule)))
  if (!why) return isFull ? null : wish
  return [!isFull && wish, why.says].filter(Boolean).join('. ')
}

/** What stands in an opening's way whoever comes: held seats, or a service that is full on some of its days. */
function standingText(facts: AssignFacts, { held, service, block }: Opening, isFull: boolean): string | null {
  if (isFull) return null
  if (held && facts.today <= held.until) return `Held for affiliates until ${dayText(held.until, { short: true })}`
  const crowd = crowds(facts, service.id, service.most).find(
    ({ first, last }) => first <= block.last && block.first <= last,
  )
  if (!crowd) return null
  const days = `${dayText(crowd.first, { short: true })} – ${dayText(crowd.last, { short: true })}`
  return `${crowd.held.length} of ${service.most} on ${service.name} ${days}`
}
