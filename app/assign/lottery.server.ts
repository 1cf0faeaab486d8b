import { createHash, randomBytes } from 'node:crypto'
import { and, asc, eq, lte } from 'drizzle-orm'
import { conflict } from '#app/workflow/refusal'
import type { Tx } from '#db/client'
import { blocks, lotteries, windows } from '#db/schema/index'

/** Where an id stands among equals: SHA-256 of seed and id, as hexadecimal digits; lower comes first. */
export const lotOf = (seed: string, id: string): string => createHash('sha256').update(`${seed}${id}`).digest('hex')

/** The year's one seed, drawn when the first window has opened and never again. Throws 409 before that. */
export async function seedOf(tx: Tx, yearId: string, now: Date): Promise<string> {
  const [drawn] = await tx.select().from(lotteries).where(eq(lotteries.yearId, yearId))
  if (drawn) return drawn.seed
  const [first] = await tx
    .select({ id: windows.id })
    .from(windows)
    .innerJoin(blocks, eq(blocks.id, windows.blockId))
    .where(and(eq(blocks.yearId, yearId), lte(windows.opensAt, now)))
    .orderBy(asc(windows.opensAt))
    .limit(1)
  if (!first) throw conflict('No window of this year has opened yet, so there is nobody to place.')
  const seed = randomBytes(16).toString('hex')
  await tx.insert(lotteries).values({ yearId, seed, drawnAt: now })
  return seed
}
