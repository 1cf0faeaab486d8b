import { and, eq, inArray } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, write } from '#db/client'
import { applications, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Breach, checkSeat, countingRules } from './arrangement'
import {
  openingsIn,
  type Rows,
  rulesIn,
  type SeatRow,
  seatsIn,
  spanOf,
  studentsWhere,
  wishesWhere,
} from './arrangement.server'
import { addDraft } from './drafts.server'
import { factsOf } from './facts.server'
import { takenBy, takenText } from './meanwhile'

export type Wanted = { applicationId: string; openingId: string }

/**
 * Puts a student into an opening as a draft, if no rule forbids it at the moment of writing.
 * Throws 409 with the first rule's sentence, and with who took the last seat and when.
 */
export function placeStudent(me: Person, wanted: Wanted, now: Date = programNow()): Promise<string> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const rows = await rowsAround(tx, wanted)
    refuseBreaches(breachesOf(rows, wanted, now), rows.seats, now)
    return addDraft(tx, me, draftOf(wanted, rows), { step: 'place' }, now)
  })
}

/** Throws as placing does when a rule forbids this seat at the moment of writing. */
export async function refuseSeat(tx: Tx, wanted: Wanted, now: Date): Promise<void> {
  const rows = await rowsAround(tx, wanted)
  refuseBreaches(breachesOf(rows, wanted, now), rows.seats, now)
}

/** Places beyond the seats: by the program director, with a reason. Rules about the student still hold. */
export function overbook(me: Person, wanted: Wanted, reason: string, now: Date = programNow()): Promise<string> {
  insist(me, 'placement.overbook')
  return write(async (tx) => {
    const rows = await rowsAround(tx, wanted)
    const breaches = breachesOf(rows, wanted, now).filter(({ rule }) => !countingRules.includes(rule))
    refuseBreaches(breaches, rows.seats, now)
    return addDraft(tx, me, draftOf(wanted, rows), { step: 'overbook', note: reason }, now)
  })
}

const draftOf = (wanted: Wanted, { students: [{ application }] }: Rows) => ({
  ...wanted,
  studentId: application.studentId,
})

/** All that decides on one seat: openings and placements on its days, the student and the wishes. */
export async function rowsAround(
  from: Pick<Tx, 'select' | 'batch'>,
  { applicationId, openingId }: Wanted,
): Promise<Rows> {
  const where = and(eq(applications.id, applicationId), inArray(applications.status, ['eligible', 'waitlisted']))
  const span = spanOf(openingId)
  const [openings, seats, students, wishes, rules] = await from.batch([
    openingsIn(from, span),
    seatsIn(from, span, applicationId),
    studentsWhere(from, where),
    wishesWhere(from, where),
    rulesIn(from),
  ])
  return { openings, seats, students, wishes, rules }
}

/** What this seat would break. Throws 404 and 409 where there is no such seat or student to be placed. */
export function breachesOf(rows: Rows, { openingId }: Wanted, now: Date): Breach[] {
  const facts = factsOf(rows, now)
  const opening = facts.openings.find(({ id }) => id === openingId)
  if (!opening) throw notFound()
  if (facts.students.length === 0) throw conflict('This application can’t be placed: its state has changed meanwhile.')
  return checkSeat(facts, facts.students[0], opening)
}

/** Throws 409 with the first of these, and with who took the last seat and when. */
export function refuseBreaches(breaches: Breach[], seats: SeatRow[], now: Date): void {
  if (breaches.length === 0) return
  const [{ says, concerns, rule }] = breaches
  const isCounted = countingRules.includes(rule) || rule === 'one-placement'
  const last = seats.filter(({ placement }) => concerns.includes(placement.applicationId ?? placement.id)).at(-1)
  const who = isCounted && last ? `${takenText(takenBy(last), now)} ` : ''
  throw conflict(`${who}${says}.`)
}

/** Keeps this placement where it is in every proposal, or lets it go again. Throws 409 once it has been removed. */
export function pinPlacement(me: Person, placementId: string, isPinned: boolean, now: Date = programNow()) {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [row] = await tx
      .update(placements)
      .set({ isPinned })
      .where(and(eq(placements.id, placementId), eq(placements.isPinned, !isPinned)))
      .returning({ id: placements.id })
    if (!row) return refuseGone(tx, placementId)
    await record(tx, me, { subjectKind: 'placement', subjectId: row.id, step: isPinned ? 'pin' : 'unpin' }, now)
  })
}

async function refuseGone(tx: Tx, placementId: string): Promise<void> {
  const [row] = await tx.select({ id: placements.id }).from(placements).where(eq(placements.id, placementId))
  if (!row) throw conflict('This draft has been removed already.')
}
