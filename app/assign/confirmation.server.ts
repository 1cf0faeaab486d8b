import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import * as t from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { tellStudent } from './messages.server'
import { agreementsIn, isCovered, missingOf, papersOf, papersWhere } from './papers.server'
import { type PlacementRecord, recordsWhere } from './records.server'
import { stepPlacement } from './step.server'

/**
 * Confirms an accepted placement when every paper to start is accepted and an executed agreement covers its days:
 * there is no override. Returns how many papers are missing, the agreement among them; 0 = confirmed.
 */
export async function confirmIfReady(tx: Tx, me: Actor, it: PlacementRecord, now: Date): Promise<number> {
  const rows = await papersWhere(tx, eq(t.placements.id, it.placement.id))
  const agreements = await agreementsIn(tx)
  const missing = missingOf(papersOf(rows, agreements, now)).length
  if (missing > 0) return missing
  if (!isCovered(agreements, it.profile?.schoolId, it.block)) return 1
  await stepPlacement(tx, me, it, 'confirm', {}, now)
  await tellStudent(tx, 'confirmed', it, { now })
  return 0
}

/** What an accepted document sets off: its student's accepted placements may now be complete. */
export async function confirmAfterDocument(tx: Tx, documentId: string, me: Actor, now: Date): Promise<void> {
  const [document] = await tx.select().from(t.documents).where(eq(t.documents.id, documentId))
  if (!document) return
  const waiting = and(eq(t.placements.applicationId, document.applicationId), eq(t.placements.status, 'accepted'))
  for (const it of await recordsWhere(tx, waiting)) await confirmIfReady(tx, me, it, now)
}
