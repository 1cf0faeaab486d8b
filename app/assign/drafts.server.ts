import { and, eq, inArray } from 'drizzle-orm'
import { record } from '#app/workflow/events.server'
import { type Tx, together } from '#db/client'
import { newId } from '#db/schema/columns'
import { placements } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'

export type Drafted = { applicationId: string; openingId: string; studentId: string; isPinned?: boolean }
type Step = { step: 'place' | 'overbook'; note?: string }

/** Puts a student into an opening as a draft, inside a write that has checked the seat. Returns its id. */
export async function addDraft(tx: Tx, me: Actor, drafted: Drafted, { step, note }: Step, now: Date): Promise<string> {
  const placed = { placedById: me.kind === 'person' ? me.personId : null, placedAt: now, statusAt: now }
  const id = newId()
  await together([
    tx.insert(placements).values({ ...drafted, ...placed, id, isOverbooked: step === 'overbook', status: 'draft' }),
    record(tx, me, { subjectKind: 'placement', subjectId: id, step, to: 'draft', note }, now),
  ])
  return id
}

/** Deletes those of these that are drafts still; what one had followed is as if nothing had. */
export async function deleteDrafts(tx: Tx, ids: string[]): Promise<void> {
  await tx.update(placements).set({ replacedById: null }).where(inArray(placements.replacedById, ids))
  await tx.delete(placements).where(and(inArray(placements.id, ids), eq(placements.status, 'draft')))
}
