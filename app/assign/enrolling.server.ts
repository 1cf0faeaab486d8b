import { stepApplication } from '#app/apply/applications.server'
import { endWishes } from '#app/apply/ended-wishes.server'
import { type Tx, together } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { type Moved, tellStudent } from './messages.server'
import { type Agreement, isCovered } from './papers.server'
import type { PlacementRecord } from './records.server'
import { stepPlacement } from './step.server'

type Terms = { agreements: Agreement[]; notBeforeAt: Date; moved?: Moved }

/**
 * Gives a student of a list the place, who is asked for no reply and no papers: confirmed at once when an executed
 * agreement covers the days, else accepted until one does. The student is told, not before that instant.
 */
export async function enrollDraft(
  tx: Tx,
  me: Person,
  draft: PlacementRecord,
  { agreements, notBeforeAt, moved }: Terms,
  now: Date,
): Promise<void> {
  await together([
    stepPlacement(tx, me, draft, 'enroll', {}, now),
    stepApplication(tx, me, draft.application, 'place', {}, now),
    endWishes(tx, draft.application.id),
    tellStudent(tx, moved ? 'moved' : 'enrolled', draft, { now, notBeforeAt, moved }),
  ])
  if (!isCovered(agreements, draft.profile?.schoolId, draft.block)) return
  const accepted = { placement: { ...draft.placement, status: 'accepted' as const } }
  await stepPlacement(tx, me, accepted, 'confirm', {}, now)
}
