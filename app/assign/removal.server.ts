import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, write } from '#db/client'
import { applications, people, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { deleteDrafts } from './drafts.server'
import { placementTags } from './placement'
import { recordRemovals } from './put-back.server'
import { isRenewed, renewed, undoRenewals } from './renewal.server'

type Removed = { name: string; year: string; place: string }

/**
 * Deletes a draft; its events stay, with what puts it back. Of an offer that was renewed all is as before the renewal.
 * Returns whose it was. Throws 409 once it was offered.
 */
export function removeDraft(me: Person, placementId: string, now: Date = programNow()): Promise<Removed> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [was] = await tx
      .select({ name: people.name, application: applications, placement: placements, renews: renewed.id })
      .from(placements)
      .innerJoin(applications, eq(applications.id, placements.applicationId))
      .innerJoin(people, eq(people.id, placements.studentId))
      .leftJoin(renewed, isRenewed)
      .where(eq(placements.id, placementId))
    if (was?.placement.status !== 'draft') return refuseRemoval(tx, placementId)
    const { id: place, yearId: year } = was.application
    const { renews } = was
    await recordRemovals(tx, me, [{ ...was.placement, applicationId: place, renews }], now)
    await deleteDrafts(tx, [placementId])
    const { placedAt } = was.placement
    if (renews && placedAt) await undoRenewals(tx, me, [{ applicationId: place }], placedAt, now)
    return { name: was.name, year, place }
  })
}

async function refuseRemoval(tx: Tx, placementId: string): Promise<never> {
  const [row] = await tx.select({ status: placements.status }).from(placements).where(eq(placements.id, placementId))
  if (!row) throw conflict('This draft has been removed already.')
  throw conflict(`This is no draft any more: it stands as “${placementTags[row.status].label}”.`)
}
