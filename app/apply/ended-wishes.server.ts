import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { choices } from '#db/schema/index'

/** Ends an application's wishes: all of them, or those of one block. What was asked stays readable. */
export async function endWishes(tx: Tx, applicationId: string, blockId?: string): Promise<void> {
  const of = eq(choices.applicationId, applicationId)
  await tx
    .update(choices)
    .set({ hasEnded: true })
    .where(blockId ? and(of, eq(choices.blockId, blockId)) : of)
}

/** Lets the wishes live again after a place was lost that was not the student's doing. */
export async function reviveWishes(tx: Tx, applicationId: string): Promise<void> {
  await tx.update(choices).set({ hasEnded: false }).where(eq(choices.applicationId, applicationId))
}
