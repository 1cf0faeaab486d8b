import { and, asc, eq, not } from 'drizzle-orm'
import { isDeclined } from '#app/apply/ended-wishes.server'
import { programNow } from '#app/workflow/clock.server'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type AssignFacts, check, checkSeat, type Opening, wishFor } from './arrangement'
import { openingsIn, seatsIn, studentsWhere } from './arrangement.server'
import { replyByOn } from './deadline.server'
import { factsOf } from './facts.server'
import { findPlacement } from './placement-record.server'
import { placeText } from './standing'
import { yearSpan } from './year.server'

export type Alternate = { openingId: string; label: string; rank: number }

/** Other dates that this student asked for and that have room, best wish first: what a cancellation can offer. */
export async function findAlternates(me: Person, placementId: string, now: Date = programNow()): Promise<Alternate[]> {
  const { application, placement, opening } = await findPlacement(me, placementId, now)
  const of = eq(t.applications.id, application.id)
  const [openings, seats, students, wishes, [rules]] = await readAll(
    openingsIn(read, yearSpan(application.yearId)),
    seatsIn(read, yearSpan(application.yearId)),
    studentsWhere(read, of),
    read
      .select({ choice: t.choices })
      .from(t.choices)
      .where(and(eq(t.choices.applicationId, application.id), not(isDeclined)))
      .orderBy(asc(t.choices.rank)),
    read.select().from(t.program),
  )
  const others = seats.filter((seat) => seat.placement.id !== placement.id)
  const facts = factsOf({ openings, seats: others, students, wishes, rules: [rules] }, now)
  const hasTime = ({ block }: Opening) => replyByOn(block.first, now, rules) !== null
  return roomFor(facts)
    .filter((it) => it.id !== opening.id && hasTime(it))
    .map((it) => ({ openingId: it.id, label: labelOf(it), rank: wishFor(facts.students[0], it.id)!.rank }))
    .sort((a, b) => a.rank - b.rank)
}

function roomFor(facts: AssignFacts): Opening[] {
  const [student] = facts.students
  const before = check(facts)
  return facts.openings.filter((it) => wishFor(student, it.id) && checkSeat(facts, student, it, before).length === 0)
}

function labelOf({ block, service }: Opening): string {
  const text = placeText({ block: { name: block.name, firstOn: block.first, lastOn: block.last }, service })
  return text.charAt(0).toUpperCase() + text.slice(1)
}
