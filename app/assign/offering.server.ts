import { addDays, endOf } from '#app/workflow/day.server'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together } from '#db/client'
import type { program } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { replyByOn, settableDays } from './deadline.server'
import { type Moved, tellStudent } from './messages.server'
import type { PlacementRecord } from './records.server'
import { stepPlacement } from './step.server'

export type Rules = typeof program.$inferSelect

/**
 * The day until which this draft can be answered when it is offered now: by the rules, else the one that the
 * coordinator set. Throws 409 with a sentence when neither leaves time.
 */
export function deadlineOf({ block, student }: PlacementRecord, set: string | undefined, now: Date, rules: Rules) {
  const day = replyByOn(block.firstOn, now, rules) ?? set
  const isRight = day && (day !== set || settableDays(block.firstOn, now, rules).includes(day))
  if (!isRight) throw conflict(`Set until when ${student.name} can answer: at least 24 hours, before the first day.`)
  return day
}

type Terms = { day: string; rules: Rules; notBeforeAt?: Date; moved?: Moved }

/** Offers a draft until the end of the day, and tells the student, not before that instant, and what moved. */
export async function offerDraft(
  tx: Tx,
  me: Actor,
  draft: PlacementRecord,
  { day, rules, notBeforeAt, moved }: Terms,
  now: Date,
) {
  const set = { expiresAt: endOf(day), papersDueOn: addDays(draft.block.firstOn, -rules.papersDueDaysBefore) }
  const more = { now, notBeforeAt, moved }
  await together([
    stepPlacement(tx, me, draft, 'offer', { set }, now),
    tellStudent(tx, moved ? 'moved' : 'offer', { ...draft, placement: { ...draft.placement, ...set } }, more),
  ])
}
