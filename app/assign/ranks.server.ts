import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { events, notes, waitlistPlaces } from '#db/schema/index'
import { placeKey, type Waiting } from './waiting.server'

/** Each application with its rank in an opening's waitlist; null = in turn. */
export type Ranks = [applicationId: string, rank: number | null][]

/** The ranks that these applications have now. */
export const ranksOf = ({ places }: Waiting, openingId: string, of: Ranks): Ranks =>
  of.map(([id]) => [id, places.get(placeKey(openingId, id))?.rank ?? null])

/** Stores the ranks of an opening's waitlist. */
export async function keepRanks(tx: Tx, openingId: string, ranks: Ranks): Promise<void> {
  const rows = ranks.map(([applicationId, rank]) => ({ openingId, applicationId, rank }))
  await tx
    .insert(waitlistPlaces)
    .values(rows)
    .onConflictDoUpdate({
      target: [waitlistPlaces.openingId, waitlistPlaces.applicationId],
      set: { rank: sql`excluded.rank` },
    })
}

/** The ranks before the order was changed; undefined when that was not the last thing done to this waitlist. */
export async function lastOrder(tx: Tx, openingId: string): Promise<{ ranks: Ranks } | undefined> {
  const [last] = await tx
    .select({ step: events.step, restores: notes.restores })
    .from(events)
    .innerJoin(notes, eq(notes.id, events.noteId))
    .where(and(eq(events.subjectKind, 'waitlist'), eq(events.subjectId, openingId), isNotNull(notes.changes)))
    .orderBy(desc(sql`${events}.rowid`))
    .limit(1)
  return last?.step === 'order' ? (last.restores as { ranks: Ranks }) : undefined
}
