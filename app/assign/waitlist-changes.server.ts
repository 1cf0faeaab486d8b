import { recordChange } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { waitlists } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { keepRanks, lastOrder, type Ranks, ranksOf } from './ranks.server'
import { type Waiting, waitingIn } from './waiting.server'
import { lineFor, ordinal } from './waitlist'

export type At = { yearId: string; openingId: string }
const KIND = 'waitlist'

/** An opening's waitlist inside a write. Throws 404 for an opening that is not of this year. */
async function seasonAt(tx: Tx, { yearId, openingId }: At, now: Date): Promise<Waiting> {
  const season = await waitingIn(tx, yearId, now)
  if (!season.facts.openings.some(({ id }) => id === openingId)) throw notFound()
  return season
}

/** Keeps a seat of an opening from being offered by itself, with a reason. A second press does nothing more. */
export function pauseWaitlist(me: Person, at: At, reason: string, now: Date = programNow()): Promise<void> {
  return setPaused(me, at, { isPaused: true, reason }, now)
}

/** Ends the pause. */
export function resumeWaitlist(me: Person, at: At, now: Date = programNow()): Promise<void> {
  return setPaused(me, at, { isPaused: false, reason: null }, now)
}

type Paused = { isPaused: boolean; reason: string | null }

function setPaused(me: Person, at: At, set: Paused, now: Date): Promise<void> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const { lists } = await seasonAt(tx, at, now)
    if (Boolean(lists.get(at.openingId)?.isPaused) === set.isPaused) return
    const changes = [{ label: set.isPaused ? 'Paused' : 'Pause ended', from: null, to: set.reason }]
    const target = waitlists.openingId
    await together([
      tx
        .insert(waitlists)
        .values({ openingId: at.openingId, ...set })
        .onConflictDoUpdate({ target, set }),
      recordChange(tx, me, { kind: KIND, id: at.openingId, step: set.isPaused ? 'pause' : 'resume', changes }, now),
    ])
  })
}

type Moved = { applicationId: string; place: number; reason: string }
type Reordered = { name: string; place: number; isNew: boolean }

/**
 * Puts somebody who waits for an opening into another place of the line, with a reason; the others keep their order.
 * Throws 409 when they no longer wait for it. Returns who stands where, and whether that is new.
 */
export function reorderWaitlist(me: Person, at: At, it: Moved, now: Date = programNow()): Promise<Reordered> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const season = await seasonAt(tx, at, now)
    const line = whoWaits(season, at.openingId)
    const from = line.findIndex(({ id }) => id === it.applicationId)
    if (from < 0) throw conflict('This student no longer waits for this opening.')
    const { name } = line[from]
    const to = Math.min(it.place, line.length) - 1
    if (to === from) return { name, place: to + 1, isNew: false }
    line.splice(to, 0, ...line.splice(from, 1))
    const ranks: Ranks = line.map(({ id }, n) => [id, n + 1])
    const changes = [
      { label: `${name}’s place`, from: ordinal(from + 1), to: ordinal(to + 1) },
      { label: 'Reason', from: null, to: it.reason },
    ]
    const restores = { ranks: ranksOf(season, at.openingId, ranks) }
    await together([
      keepRanks(tx, at.openingId, ranks),
      recordChange(tx, me, { kind: KIND, id: at.openingId, step: 'order', changes, restores }, now),
    ])
    return { name, place: to + 1, isNew: true }
  })
}

/** Those on the waitlist of an opening, in order. */
export const whoWaits = (season: Waiting, openingId: string) =>
  lineFor(season, openingId).students.filter(({ id }) => !season.undecided.has(id))

/** Takes the last change of the order back. Throws 409 when something else was changed since. */
export function undoOrder(me: Person, at: At, now: Date = programNow()): Promise<void> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [, last] = await together([seasonAt(tx, at, now), lastOrder(tx, at.openingId)])
    if (!last) throw conflict('There is no change of the order to take back.')
    const changes = [{ label: 'The order of before', from: null, to: null }]
    await together([
      keepRanks(tx, at.openingId, last.ranks),
      recordChange(tx, me, { kind: KIND, id: at.openingId, step: 'undo order', changes }, now),
    ])
  })
}
