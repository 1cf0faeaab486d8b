import { and, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { minutesText } from '#app/ui/minutes'
import { programNow } from '#app/workflow/clock.server'
import { actorOf } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { events, notes, type placements, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Breach, countingRules } from './arrangement'
import type { SeatRow } from './arrangement.server'
import { addDraft } from './drafts.server'
import { takenBy, takenText } from './meanwhile'
import { breachesOf, refuseBreaches, rowsAround } from './placements.server'
import { follow, keepForRenewal } from './renewal.server'

const MINUTE_MS = 60_000
type Draft = Pick<typeof placements.$inferSelect, 'id' | 'openingId' | 'isPinned' | 'isOverbooked'> & {
  applicationId: string
  /** The offer that ended without a reply and that it renews. */
  renews: string | null
}

/** Appends to the events that these drafts were removed, each with what puts it back. */
export async function recordRemovals(tx: Tx, me: Person, drafts: Draft[], now: Date): Promise<void> {
  const removed = { ...actorOf(me), subjectKind: 'placement', step: 'remove', from: 'draft', at: now }
  const kept = drafts.map(({ id, applicationId, openingId, isPinned, isOverbooked, renews }) => {
    return { id, noteId: newId(), restores: { applicationId, openingId, isPinned, isOverbooked, renews } }
  })
  await tx.batch([
    tx.insert(notes).values(kept.map(({ noteId: id, restores }) => ({ id, text: '', at: now, restores }))),
    tx.insert(events).values(kept.map(({ id: subjectId, noteId }) => ({ ...removed, subjectId, noteId }))),
  ])
}

/**
 * Puts a draft back that this person removed, by the rules of the hand; within the minutes of an undo also one beyond
 * the seats, with its reason, if nobody took a seat there since. Returns whose and of which year it is. Throws 404
 * where this person removed none, 409 with why it can't be.
 */
export function putBack(me: Person, removedId: string, now = programNow()): Promise<{ name: string; year: string }> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const was = await removedBy(tx, me, removedId)
    const { isOverbooked, renews, ...draft } = was.draft
    if (renews) await keepForRenewal(tx, me, renews, now)
    const rows = await rowsAround(tx, was.draft)
    const breaches = breachesOf(rows, was.draft, now)
    const { beyond, others, taken } = hindrancesOf({ ...was.draft, at: was.at }, breaches, rows.seats)
    refuseBreaches(others, rows.seats, now)
    refuseBeyond(was, beyond, taken, now)
    const [{ application, name }] = rows.students
    const step = isOverbooked ? { step: 'overbook' as const, note: was.note } : { step: 'place' as const }
    const id = await addDraft(tx, me, { ...draft, studentId: application.studentId }, step, now)
    if (renews) await follow(tx, renews, id)
    return { name, year: application.yearId }
  })
}

/** What keeps a removed draft away: rules, and for one beyond the seats who took a seat there since. */
export function hindrancesOf(was: { at: Date; isOverbooked: boolean }, breaches: Breach[], seats: SeatRow[]) {
  const isBeyond = ({ rule }: Breach) => was.isOverbooked && countingRules.includes(rule)
  const [beyond, others] = [breaches.filter(isBeyond), breaches.filter((it) => !isBeyond(it))]
  const since = seats.filter((row) => takenBy(row).at >= was.at)
  const taken = beyond.flatMap(({ concerns, says }) => {
    const last = since.filter(({ placement: it }) => concerns.includes(it.applicationId ?? it.id)).at(-1)
    return last ? [{ last, says }] : []
  })
  return { beyond, others, taken: taken.at(0) }
}

type Removed = Awaited<ReturnType<typeof removedBy>>
type Taken = ReturnType<typeof hindrancesOf>['taken']

/** A place beyond the seats comes back only as an undo: soon, and where nothing was taken since. */
function refuseBeyond({ at, minutes }: Removed, breaches: Breach[], taken: Taken, now: Date): void {
  if (breaches.length === 0) return
  const anew = 'The program director can overbook it anew'
  const who = taken && `${takenText(takenBy(taken.last), now)} ${taken.says}`
  if (who) throw conflict(`${who}: a place beyond the seats is put back only if nobody took one since. ${anew}.`)
  if (now.getTime() - at.getTime() < minutes * MINUTE_MS) return
  const within = `a place beyond the seats is put back only within ${minutesText(minutes)}`
  throw conflict(`${breaches[0].says}: ${within}. ${anew}.`)
}

const placing = alias(events, 'placing')
const reasons = alias(notes, 'reasons')

/** What this person removed and when, and why it had been beyond the seats, in whose words. */
async function removedBy(tx: Tx, me: Person, id: string) {
  const isOverbooking = and(isAbout(placing, id), eq(placing.step, 'overbook'))
  const [was] = await tx
    .select({
      at: events.at,
      restores: notes.restores,
      by: placing.actorName,
      reason: reasons.text,
      minutes: program.undoMinutes,
    })
    .from(events)
    .innerJoin(program, sql`true`)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .leftJoin(placing, isOverbooking)
    .leftJoin(reasons, eq(reasons.id, placing.noteId))
    .where(and(isAbout(events, id), eq(events.step, 'remove'), eq(events.personId, me.personId)))
    .orderBy(desc(events.at))
  if (!was?.restores) throw notFound()
  const note = was.by ? `Put back as ${was.by} had placed it. ${was.reason ?? ''}`.trim() : undefined
  return { ...was, draft: was.restores as Omit<Draft, 'id'>, note }
}

const isAbout = (it: typeof events | typeof placing, id: string) =>
  and(eq(it.subjectKind, 'placement'), eq(it.subjectId, id))
