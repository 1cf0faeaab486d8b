import type { Tone } from '#app/ui/tag'
import type { Moved, Part, ProposedSeat, Reason, Unplaced } from '#db/schema/assign/proposals'
import type { proposals } from '#db/schema/index'

/** How the stages are called where they are shown and stored. */
export const parts = {
  kept: 'Offers that move',
  placed: 'Students without a place',
  spread: 'Spread over blocks',
  turns: 'Turns',
  lots: 'Lots',
}

type Run = typeof proposals.$inferSelect
export type ProposalStatus = Run['status']

/** What kind of answer it is. */
export const proposalTags: Record<ProposalStatus, { label: string; tone: Tone }> = {
  running: { label: 'Being worked out', tone: 'info' },
  optimal: { label: 'Optimal', tone: 'ok' },
  'time-limit': { label: 'Best so far', tone: 'warn' },
  fallback: { label: 'Serial order', tone: 'warn' },
  serial: { label: 'Serial order', tone: 'ok' },
  cancelled: { label: 'Stopped', tone: 'neutral' },
}

/** What a proposal would change: a place, another place, or a draft that gives way. */
export type Change = (ProposedSeat | Unplaced) & { openingId?: string }
export const changesOf = ({ seats, unplaced }: Pick<Run, 'seats' | 'unplaced'>): Change[] => [
  ...seats.filter(({ was, openingId }) => was !== openingId),
  ...unplaced.filter(({ was }) => was),
]

const many = (n: number, noun: string, plural = `${noun}s`) => `${n} ${n === 1 ? noun : plural}`

const MOVERS = 'students who already have a draft or an offer move'

/** What it did, in a few sentences: who gets which wish, who stays without a place, who moves. */
export function summaryOf({ seats, unplaced, stages }: Pick<Run, 'seats' | 'unplaced' | 'stages'>): string[] {
  const wish = (is: (n: number) => boolean) => seats.filter((it) => is(it.wish)).length
  const [first, second, third] = [1, 2, 3].map((n) => wish((one) => one === n))
  const wishes = [
    `${first} ${first === 1 ? 'gets' : 'get'} the first wish`,
    second && `${second} the second`,
    third && `${third} the third`,
    wish((n) => n > 3) && `${wish((n) => n > 3)} a lower one`,
  ].filter(Boolean)
  const moved = changesOf({ seats, unplaced }).filter(({ was }) => was).length
  const offers = stages.find(({ part }) => part === parts.kept)?.value ?? 0
  return [
    `Of ${many(seats.length + unplaced.length, 'student')}, ${wishes.join(', ')}; ${
      unplaced.length === 0 ? 'nobody stays' : unplaced.length === 1 ? '1 stays' : `${unplaced.length} stay`
    } without a place.`,
    moved === 0
      ? 'Nobody already placed moves.'
      : `${many(moved, 'student who already has a draft or an offer moves', MOVERS)}${
          offers > 0 ? `, ${many(offers, 'open offer')} among them` : ''
        }.`,
    'Nothing changes until you accept; nothing is sent until you publish.',
  ]
}

/** "Wish 1: Full: 1 of 1, with 1 of a higher tier (Lee)." and, for a trade, whom giving the place would move. */
export function reasonText(reason: Reason, nameOf: (applicationId: string) => string): string {
  const { wish, says, concerns = [], chain } = reason
  const names = concerns.length > 0 ? ` (${concerns.map(nameOf).join(', ')})` : ''
  return `Wish ${wish}: ${says}${names}.${chain ? ` ${chainText(chain, nameOf)}` : ''}`
}

/** "That place would move Lee from wish 1 to wish 3 and leave Chen without one." */
function chainText(chain: Moved[], nameOf: (applicationId: string) => string): string {
  const moves = chain.map(({ applicationId, from, to }) => {
    const name = nameOf(applicationId)
    if (to === null) return `leave ${name} without a place`
    return from === null ? `place ${name} at wish ${to}` : `move ${name} from wish ${from} to wish ${to}`
  })
  return moves.length === 0 ? '' : `Giving it would ${listed(moves)}.`
}

const listed = (parts: string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

/** Stages that only order equals say nothing to a reader. */
const quiet = [parts.turns, parts.lots]
export const toldParts = (stages: Part[]): { part: string; says: string }[] =>
  stages.filter(({ part }) => !quiet.includes(part)).map((it) => ({ part: it.part, says: partText(it) }))

/** How far a stage may be from its best. */
function partText({ value, bound, unit }: Part): string {
  const is = many(value, unit.replace(/s$/, ''))
  if (bound === value) return `${is}, proven`
  return bound === null ? `${is}, not proven` : `${is}, at best ${bound}`
}
