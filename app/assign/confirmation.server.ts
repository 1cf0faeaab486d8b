import { and, eq, sql } from 'drizzle-orm'
import { type Tx, together } from '#db/client'
import * as t from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { tellStudent } from './messages.server'
import { agreementsIn, isCovered, missingOf, papersOf, papersWhere, theirs } from './papers.server'
import { type PlacementRecord, recordsWhere } from './records.server'
import { stepPlacement } from './step.server'

/** What decides whether a placement can be confirmed: its papers, and the agreements. */
export async function papersNow(tx: Tx, placementId: string) {
  const [rows, agreements] = await tx.batch([papersWhere(tx, eq(t.placements.id, placementId)), agreementsIn(tx)])
  return { rows, agreements }
}
type Papers = Awaited<ReturnType<typeof papersNow>>

/**
 * Confirms an accepted placement when every paper to start is accepted and an executed agreement covers its days:
 * there is no override. Returns null then; else how many the student has to hand in, 0 when just an agreement
 * is missing.
 */
export async function confirmIfReady(
  tx: Tx,
  me: Actor,
  it: PlacementRecord,
  { rows, agreements }: Papers,
  now: Date,
): Promise<number | null> {
  const missing = missingOf(papersOf(rows, agreements, now))
  if (missing.length > 0) return theirs(missing).length
  if (!isCovered(agreements, it.profile?.schoolId, it.block)) return 0
  await together([stepPlacement(tx, me, it, 'confirm', {}, now), tellStudent(tx, 'confirmed', it, { now })])
  return null
}

/** What an accepted document sets off: its student's accepted placements may now be complete. */
export async function confirmAfterDocument(tx: Tx, documentId: string, me: Actor, now: Date): Promise<void> {
  const isOfIt = sql`${t.placements.applicationId} = (select application_id from documents where id = ${documentId})`
  const waiting = and(isOfIt, eq(t.placements.status, 'accepted'))
  const [records, rows, agreements] = await tx.batch([
    recordsWhere(tx, waiting),
    papersWhere(tx, waiting),
    agreementsIn(tx),
  ])
  for (const it of records) await confirmIfReady(tx, me, it, { rows, agreements }, now)
}
