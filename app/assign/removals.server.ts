import { and, desc, eq, sql } from 'drizzle-orm'
import { read } from '#db/client'
import { events, notes } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type AssignFacts, check, checkSeat } from './arrangement'
import { puttingBackPath } from './paths'
import { hindrancesOf } from './put-back.server'
import type { Year } from './year.server'

const MINUTE_MS = 60_000

/** The drafts that this person removed within the minutes of an undo, the newest first, as a query for `readAll`. */
export const removedLately = (me: Person, now: Date) =>
  read
    .select({ id: events.subjectId, at: events.at, restores: notes.restores })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(
      and(
        sql`${events.at} > ${now.getTime()} - (select undo_minutes from program) * ${MINUTE_MS}`,
        sql`+${events.subjectKind} = 'placement'`, // by time: the events of ten years are many
        ...[eq(events.step, 'remove'), eq(events.personId, me.personId)],
      ),
    )
    .orderBy(desc(events.at))
type Removed = Awaited<ReturnType<typeof removedLately>>[number]
type Was = { applicationId: string; openingId: string; isOverbooked: boolean }

/** Those of them that can be put back into this year now: of each student the last. */
export function removalsOf(year: Year, facts: AssignFacts, removed: Removed[]) {
  if (removed.length === 0) return []
  const before = check(facts)
  const seen = new Set<string>()
  return removed.flatMap(({ id, at, restores }) => {
    const was = restores as Was | null
    const student = facts.students.find((it) => it.id === was?.applicationId)
    if (!was || !student || seen.has(student.id)) return []
    seen.add(student.id)
    const opening = facts.openings.find((it) => it.id === was.openingId)
    if (!opening) return []
    const breaches = checkSeat(facts, student, opening, before)
    const { others, taken } = hindrancesOf({ ...was, at }, breaches, year.seats)
    if (others.length > 0 || taken) return []
    const says = `${student.name} removed from block ${opening.block.name}, ${opening.service.name}`
    return [{ at: at.getTime(), says, undo: puttingBackPath(id), label: 'Put back' }]
  })
}
export type Removal = ReturnType<typeof removalsOf>[number]
