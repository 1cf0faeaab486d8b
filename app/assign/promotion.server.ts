import { eq } from 'drizzle-orm'
import { dayAt, daysFrom } from '#app/workflow/day.server'
import { type Tx, together, write } from '#db/client'
import { placements } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { check, type Opening, type Student, wishFor } from './arrangement'
import { replyByOn } from './deadline.server'
import { addDraft } from './drafts.server'
import { yearsThatMove } from './free-seats.server'
import { seedOf } from './lottery.server'
import { offerDraft } from './offering.server'
import { recordsWhere } from './records.server'
import { noteSkips, type Skip } from './skips.server'
import { type Waiting, waitingIn } from './waiting.server'
import { lineFor, type Turn, turnIn } from './waitlist'

const byItself: Actor = { kind: 'job', name: 'The waitlist' }

/** Whether a seat is free that somebody waits for. */
export const isWaitlistDue = async (now: Date) => (await yearsThatMove(dayAt(now))).length > 0

/**
 * Offers each free seat to the next who is still eligible today, until that block is too near; who was passed over is
 * told why. Returns how many were offered.
 */
export async function moveWaitlists(now: Date): Promise<number> {
  let offered = 0
  for (const { yearId } of await yearsThatMove(dayAt(now))) while (await moveOne(yearId, now)) offered++
  return offered
}

/** One seat in one write: it is checked again inside it. False when there is nothing to offer. */
async function moveOne(yearId: string, now: Date): Promise<boolean> {
  return write(async (tx) => {
    await seedOf(tx, yearId, now)
    const season = await waitingIn(tx, yearId, now)
    const { offer, skips, met } = planOf(season, now)
    await together([noteSkips(tx, byItself, { skips, met }, now), offer && offerSeat(tx, byItself, offer, season, now)])
    return Boolean(offer)
  })
}

type Offer = { student: Student; opening: Opening; day: string }
type Plan = { offer: Offer | null; skips: Skip[]; met: Skip['place'][] }

/** Where a free seat goes by itself: up to so many days before the start, while the rules leave time to answer. */
export function dayByItself({ block }: Pick<Opening, 'block'>, rules: Waiting['rules'], now: Date): string | null {
  const isFar = daysFrom(dayAt(now), block.first) >= rules.promoteUntilDaysBefore
  return isFar ? replyByOn(block.first, now, rules) : null
}

/** The next offer, and who was passed over for what; whoever is first in several lines gets the best wish. */
export function planOf(season: Waiting, now: Date): Plan {
  const { facts, rules, lists, changing } = season
  const before = check(facts)
  const open = facts.openings.filter(
    ({ id, block }) => block.first > facts.today && !lists.get(id)?.isPaused && !changing.has(block.id),
  )
  const turns = open
    .filter(({ id }) => season.decided.has(id))
    .map((opening) => ({ opening, ...turnIn(facts, opening, lineFor(season, opening.id), before) }))
  const offers = turns.flatMap(({ opening, next: student }) => {
    const day = dayByItself(opening, rules, now)
    return student && day ? [{ student, opening, day }] : []
  })
  const [best] = offers.filter(({ student }) => student === offers[0].student).sort((a, b) => rankOf(a) - rankOf(b))
  return { offer: best ?? null, ...changesOf(season, turns) }
}

const rankOf = ({ student, opening }: Offer) => wishFor(student, opening.id)!.rank

type Turned = Turn & { opening: Opening }

/** What is to be noted anew, and what no longer stands in the way. */
function changesOf({ places }: Waiting, turns: Turned[]): Pick<Plan, 'skips' | 'met'> {
  const placeOf = (opening: Opening, student: Student) => ({ openingId: opening.id, applicationId: student.id })
  const known = (opening: Opening, student: Student) => places.get(`${opening.id} ${student.id}`)?.skippedFor ?? null
  return {
    skips: turns.flatMap(({ opening, passed }) =>
      passed
        .filter(({ student, says }) => known(opening, student) !== says)
        .map(({ student, says }) => ({ place: placeOf(opening, student), name: student.name, opening, says })),
    ),
    met: turns.flatMap(({ opening, next }) => (next && known(opening, next) !== null ? [placeOf(opening, next)] : [])),
  }
}

/** Places a student who waits and offers the seat, in the write that found it free. Returns the placement's id. */
export async function offerSeat(tx: Tx, me: Actor, { student, opening, day }: Offer, { rules }: Waiting, now: Date) {
  const drafted = { applicationId: student.id, openingId: opening.id, studentId: student.personId }
  const id = await addDraft(tx, me, drafted, { step: 'place' }, now)
  const [draft] = await recordsWhere(tx, eq(placements.id, id))
  await offerDraft(tx, me, draft, { day, rules }, now)
  return id
}
