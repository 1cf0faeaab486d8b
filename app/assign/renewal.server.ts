import { and, eq, inArray, max, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { stepApplication } from '#app/apply/applications.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { applications, events, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { addDraft } from './drafts.server'
import { refuseSeat } from './placements.server'
import { type PlacementRecord, recordNow } from './records.server'

/**
 * Puts a student whose offer ended without a reply back into the same opening as a draft, to be published anew; the
 * new placement keeps the history of the old one. Throws 409 when the seat is gone or the offer was renewed already.
 */
export function renewOffer(me: Person, placementId: string, now: Date = programNow()): Promise<PlacementRecord> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const it = await keepForRenewal(tx, me, placementId, now)
    const wanted = { applicationId: it.application.id, openingId: it.opening.id }
    await refuseSeat(tx, wanted, now)
    const id = await addDraft(tx, me, { ...wanted, studentId: it.student.id }, { step: 'place' }, now)
    await follow(tx, it.placement.id, id)
    return it
  })
}

/** Lets the student of an offer that ended without a reply be placed again. Throws 409 where it can't be made anew. */
export async function keepForRenewal(tx: Tx, me: Person, placementId: string, now: Date): Promise<PlacementRecord> {
  const it = await recordNow(tx, me, placementId)
  refuseRenewal(it)
  if (it.application.status === 'not offered') await stepApplication(tx, me, it.application, 'keep', {}, now)
  return it
}

/** The offer that ended without a reply and that a draft renews, to be joined to it. */
export const renewed = alias(placements, 'renewed')
export const isRenewed = and(
  ...[eq(renewed.studentId, placements.studentId), eq(renewed.replacedById, placements.id)],
  eq(renewed.status, 'lapsed'),
)

function refuseRenewal({ placement, student }: PlacementRecord): void {
  if (placement.status !== 'lapsed') throw conflict('Only an offer that ended without a reply can be offered anew.')
  if (placement.replacedById) throw conflict(`${student.name} has been placed here again already.`)
}

/** The old placement names the one that came in its place. */
export const follow = (tx: Tx, oldId: string, replacedById: string) =>
  tx.update(placements).set({ replacedById }).where(eq(placements.id, oldId))

type Drafted = { applicationId: string }

/**
 * Whom a renewal at this moment let be placed again stands as before it: not offered, since when they were. Returns
 * their applications.
 */
export async function undoRenewals(tx: Tx, me: Person, drafts: Drafted[], at: Date, now: Date): Promise<Set<string>> {
  const ids = drafts.map(({ applicationId }) => applicationId)
  const ended = alias(events, 'ended')
  const isOf = (it: typeof events | typeof ended) =>
    and(eq(it.subjectKind, 'application'), eq(it.subjectId, applications.id))
  const kept = await tx
    .select({ application: applications, since: max(ended.at) })
    .from(applications)
    .innerJoin(events, and(isOf(events), eq(events.step, 'keep'), eq(events.at, at)))
    .innerJoin(ended, and(isOf(ended), eq(ended.to, 'not offered'), ne(ended.step, 'let go')))
    .where(and(inArray(applications.id, ids), eq(applications.status, 'eligible')))
    .groupBy(applications.id)
  const back = kept.map(({ application, since }) =>
    stepApplication(tx, me, application, 'let go', { set: { statusAt: since! } }, now),
  )
  await together(back)
  return new Set(kept.map(({ application }) => application.id))
}
