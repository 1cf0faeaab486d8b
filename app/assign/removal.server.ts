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

type Removed = { name: string; year: string; place: string }

/** Deletes a draft; its events stay, with what puts it back. Returns whose it was. Throws 409 once it was offered. */
export function removeDraft(me: Person, placementId: string, now: Date = programNow()): Promise<Removed> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [was] = await tx
      .select({ name: people.name, application: applications, placement: placements })
      .from(placements)
      .innerJoin(applications, eq(applications.id, placements.applicationId))
      .innerJoin(people, eq(people.id, placements.studentId))
      .where(eq(placements.id, placementId))
    const [gone] = await deleteDrafts(tx, [placementId])
    if (!was || !gone) return refuseRemoval(tx, placementId)
    const { id: place, yearId: year } = was.application
    await recordRemovals(tx, me, [{ ...was.placement, applicationId: place }], now)
    return { name: was.name, year, place }
  })
}

async function refuseRemoval(tx: Tx, placementId: string): Promise<never> {
  const [row] = await tx.select({ status: placements.status }).from(placements).where(eq(placements.id, placementId))
  if (!row) throw conflict('This draft has been removed already.')
  throw conflict(`This is no draft any more: it stands as “${placementTags[row.status].label}”.`)
}
