import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import type { Tx } from '#db/client'
import { placements, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { addDraft } from './drafts.server'
import { deadlineOf, offerDraft } from './offering.server'
import { refuseSeat } from './placements.server'
import { type PlacementRecord, recordsWhere } from './records.server'
import { follow } from './renewal.server'

/**
 * Offers another opening to whoever lost this place, in the write that took it, and returns what is offered. Throws
 * 409 when it has no room.
 */
export async function offerInstead(
  tx: Tx,
  me: Person,
  it: PlacementRecord,
  openingId: string,
  now = programNow(),
): Promise<PlacementRecord> {
  const wanted = { applicationId: it.application.id, openingId }
  await refuseSeat(tx, wanted, now)
  const id = await addDraft(tx, me, { ...wanted, studentId: it.student.id }, { step: 'place' }, now)
  await follow(tx, it.placement.id, id)
  const [[draft], [rules]] = await tx.batch([recordsWhere(tx, eq(placements.id, id)), tx.select().from(program)])
  await offerDraft(tx, me, draft, { day: deadlineOf(draft, undefined, now, rules), rules }, now)
  return draft
}
