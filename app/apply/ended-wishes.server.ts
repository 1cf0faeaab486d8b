import { and, eq, isNull, or } from 'drizzle-orm'
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

/** Lets the wishes live again after a place was lost that was not the student's doing. */
export async function reviveWishes(tx: Tx, applicationId: string): Promise<void> {
  await tx.update(choices).set({ hasEnded: false }).where(eq(choices.applicationId, applicationId))
}
