import { and, eq, gte, inArray, lt, lte } from 'drizzle-orm'
import { stepApplication } from '#app/apply/applications.server'
import { dayAt } from '#app/workflow/day.server'
import { read, type Tx, together, write } from '#db/client'
import { blocks, placements } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { confirmIfReady, papersNow } from './confirmation.server'
import { cancelIn } from './endings.server'
import { tellStudent } from './messages.server'
import { missingOf, papersOf, theirs } from './papers.server'
import { type PlacementRecord, recordsWhere } from './records.server'
import { stepPlacement } from './step.server'

const job = (name: string): Actor => ({ kind: 'job', name })
const HOUR_MS = 3_600_000
/** How long before its deadline an unanswered offer is reminded of. */
const REMIND_HOURS = [72, 24]

const isOpenOffer = eq(placements.status, 'offered')
const isAccepted = eq(placements.status, 'accepted')

/** Whether an offer's instant has passed that nobody has answered. */
export const isLapseDue = async (now: Date): Promise<boolean> => (await endedOffers(now)).length > 0

const endedOffers = (now: Date) => recordsWhere(read, and(isOpenOffer, lt(placements.expiresAt, now)))

/**
 * Ends every offer whose instant has passed; the seat is free at once. Returns how many. Throws what kept one from
 * ending, after all the others have ended.
 */
export async function lapseOffers(now: Date): Promise<number> {
  const due = await endedOffers(now)
  const failed: unknown[] = []
  for (const { placement } of due) await lapse(placement.id, now).catch((problem) => failed.push(problem))
  if (failed.length > 0) throw failed[0]
  return due.length
}

const lapse = (id: string, now: Date) =>
  write(async (tx) => {
    const [it] = await recordsWhere(tx, and(eq(placements.id, id), isOpenOffer, lt(placements.expiresAt, now)))
    if (!it) return
    const me = job('Offers that ended')
    await together([
      stepPlacement(tx, me, it, 'lapse', { where: lt(placements.expiresAt, now) }, now),
      stepApplication(tx, me, it.application, 'lapse', {}, now),
      tellStudent(tx, 'lapsed', it, { now }),
    ])
  })

/** Reminds of open offers three days and one day before they end; each once, and not of one made later than that. */
export async function remindOfOffers(now: Date): Promise<number> {
  const soon = new Date(now.getTime() + Math.max(...REMIND_HOURS) * HOUR_MS)
  const open = and(isOpenOffer, gte(placements.expiresAt, now), lte(placements.expiresAt, soon))
  if ((await recordsWhere(read, open)).length === 0) return 0
  return write(async (tx) => {
    const due = await recordsWhere(tx, open)
    await together(due.map((it) => remind(tx, it, now)))
    return due.length
  })
}

function remind(tx: Tx, it: PlacementRecord, now: Date) {
  const left = it.placement.expiresAt!.getTime() - now.getTime()
  const isAhead = (n: number) => it.placement.expiresAt!.getTime() - n * HOUR_MS > it.placement.statusAt.getTime()
  const hours = Math.min(...REMIND_HOURS.filter((n) => left <= n * HOUR_MS && isAhead(n)))
  return (
    hours < Number.POSITIVE_INFINITY &&
    tellStudent(tx, 'reminder', it, { now, key: `${hours}h:${it.placement.expiresAt!.getTime()}` })
  )
}

/** Confirms accepted places that have become complete otherwise than by a document: an agreement came. */
export async function confirmReady(now: Date): Promise<number> {
  return forEach(await acceptedWhere(), async (tx, it) =>
    confirmIfReady(tx, job('Papers that came in'), it, await papersNow(tx, it.placement.id), now),
  )
}

/** Cancels places that are not confirmed when their first day begins. */
export async function cancelUnconfirmed(now: Date): Promise<number> {
  return forEach(await acceptedWhere(dayAt(now)), async (tx, it) => {
    const { rows, agreements } = await papersNow(tx, it.placement.id)
    const reason = theirs(missingOf(papersOf(rows, agreements, now))).length > 0 ? NO_PAPERS : NO_AGREEMENT
    await cancelIn(tx, job('First days without every paper'), it, reason, now)
  })
}
const NO_PAPERS = 'Not every document was accepted by the first day.'
const NO_AGREEMENT = 'No agreement with the school covered the days by the first of them.'

/** Completes confirmed placements on the day after their last day. */
export async function completeOver(now: Date): Promise<number> {
  const over = and(eq(placements.status, 'confirmed'), lt(blocks.lastOn, dayAt(now)))
  return forEach(await recordsWhere(read, over), (tx, it) =>
    stepPlacement(tx, job('Rotations that ended'), it, 'complete', {}, now),
  )
}

const acceptedWhere = (firstBy?: string) =>
  recordsWhere(read, and(isAccepted, firstBy ? lte(blocks.firstOn, firstBy) : undefined))

/** Each in a write of its own, read again inside it, so that one that has changed is left alone. */
async function forEach(due: PlacementRecord[], act: (tx: Tx, it: PlacementRecord) => Promise<unknown>) {
  for (const { placement } of due) {
    await write(async (tx) => {
      const same = and(eq(placements.id, placement.id), inArray(placements.status, [placement.status]))
      const [it] = await recordsWhere(tx, same)
      if (it) await act(tx, it)
    })
  }
  return due.length
}
