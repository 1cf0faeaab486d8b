import { sql } from 'drizzle-orm'
import { minutesText } from '#app/ui/minutes'
import type { Tx } from '#db/client'
import { limits } from '#db/schema/index'
import { tooMany } from './refusal'

const HOUR_MS = 60 * 60 * 1000
type Try = { kind: string; key: string; most: number }

/**
 * Counts one try of each kind in this hour of the machine's clock, in the database, so that a restart resets nothing
 * and every process counts alike. Throws 429 with what `sentence` says of the minutes to wait when one is used up.
 */
export async function countTries(tx: Tx, tries: Try[], sentence: (wait: string) => string, now: Date): Promise<void> {
  const window = Math.floor(now.getTime() / HOUR_MS)
  const counted = await tx
    .insert(limits)
    .values(tries.map(({ kind, key }) => ({ kind, key, window, n: 1 })))
    .onConflictDoUpdate({ target: [limits.kind, limits.key, limits.window], set: { n: sql`${limits.n} + 1` } })
    .returning({ kind: limits.kind, n: limits.n })
  const isOver = tries.some(({ kind, most }) => counted.some((row) => row.kind === kind && row.n > most))
  if (!isOver) return
  const seconds = ((window + 1) * HOUR_MS - now.getTime()) / 1000
  const minutes = Math.ceil(seconds / 60)
  throw tooMany(sentence(minutesText(minutes)), seconds)
}

/** Forgets the windows that are over. */
export async function forgetTries(tx: Tx, now: Date): Promise<void> {
  await tx.delete(limits).where(sql`${limits.window} < ${Math.floor(now.getTime() / HOUR_MS) - 1}`)
}
