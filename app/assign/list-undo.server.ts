import { and, eq, gte, inArray } from 'drizzle-orm'
import { unlistApplications } from '#app/apply/listed.server'
import { programNow } from '#app/workflow/clock.server'
import { recordAll } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { applications, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { UNDO_MINUTES } from './placement'

const MINUTE_MS = 60_000

/** Takes back the drafts that this person placed from a list within ten minutes. Returns how many. */
export function unplaceList(me: Person, yearId: string, now = programNow()): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const mine = await listedBy(tx, me, yearId, new Date(now.getTime() - UNDO_MINUTES * MINUTE_MS))
    if (mine.length === 0) throw conflict('There is nothing to take back: the places were published or removed.')
    const ids = mine.map(({ id }) => id)
    const removals = ids.map((id) => ({ subjectKind: 'placement', subjectId: id, step: 'remove', from: 'draft' }))
    const listed = mine.map(({ applicationId }) => applicationId)
    await tx.delete(placements).where(inArray(placements.id, ids))
    await together([recordAll(tx, me, removals, now), unlistApplications(tx, me, listed, now)])
    return mine.length
  })
}

const listedBy = (tx: Tx, me: Person, yearId: string, since: Date) =>
  tx
    .select({ id: placements.id, applicationId: applications.id })
    .from(placements)
    .innerJoin(applications, eq(applications.id, placements.applicationId))
    .where(
      and(
        ...[eq(placements.placedById, me.personId), gte(placements.placedAt, since), eq(placements.status, 'draft')],
        ...[eq(applications.isListed, true), eq(applications.yearId, yearId)],
      ),
    )
