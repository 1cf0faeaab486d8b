import { and, count, eq, isNull, not, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { choices } from '#db/schema/index'

type Place = { blockId: string; serviceId: string }

/**
 * Ends an application's wishes: all of them, or those that an opening fulfils, so that a wish for the same block on
 * another service lives on. What was asked stays readable.
 */
export async function endWishes(tx: Tx, applicationId: string, place?: Place): Promise<void> {
  const of = eq(choices.applicationId, applicationId)
  const fulfilled = place && [
    eq(choices.blockId, place.blockId),
    or(isNull(choices.serviceId), eq(choices.serviceId, place.serviceId)),
  ]
  await tx
    .update(choices)
    .set({ hasEnded: true })
    .where(and(of, ...(fulfilled ?? [])))
}

/** How many wishes of an application live. */
export async function liveWishes(tx: Tx, applicationId: string): Promise<number> {
  const isLive = and(eq(choices.applicationId, applicationId), eq(choices.hasEnded, false))
  const [{ n }] = await tx.select({ n: count() }).from(choices).where(isLive)
  return n
}

/** A wish whose offer the student declined: it never lives again. */
export const isDeclined = sql`exists (select 1 from placements p join openings o on o.id = p.opening_id
  where p.application_id = ${choices.applicationId} and p.status = 'declined' and o.block_id = ${choices.blockId}
  and (${choices.serviceId} is null or o.service_id = ${choices.serviceId}))`

/** Lets the wishes live again after a place was lost that was not the student's doing; but not what they declined. */
export async function reviveWishes(tx: Tx, applicationId: string): Promise<void> {
  await tx
    .update(choices)
    .set({ hasEnded: false })
    .where(and(eq(choices.applicationId, applicationId), not(isDeclined)))
}
