import { and, eq, inArray, isNull } from 'drizzle-orm'
import { unlistApplications } from '#app/apply/listed.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { applications, people, placements, program, proposals } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { addDraft, deleteDrafts } from './drafts.server'
import { live } from './placement'
import { refuseSeat } from './placements.server'
import { changesOf } from './proposal'
import { recordRemovals } from './put-back.server'
import { isRenewed, renewed, undoRenewals } from './renewal.server'

const MINUTE_MS = 60_000

/**
 * Takes back every draft that this person placed at one moment, while that can be undone: a student, a whole list with
 * its applications, an offer that was renewed, or what was accepted of a proposal; who had stood elsewhere stands there
 * again. Returns them.
 * Throws 409 when it is too late, when an earlier place was given away meanwhile, or when an offer gave way to one of
 * several; an offer that gave way to the only one stays cancelled.
 */
export function takeBackDrafts(me: Person, yearId: string, at: Date, now = programNow()): Promise<Taken[]> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [mine, moved, [{ minutes }]] = await together([
      placedAt(tx, me, yearId, at),
      movedAt(tx, yearId, at),
      tx.select({ minutes: program.undoMinutes }).from(program),
    ])
    const isOver = now.getTime() - at.getTime() >= minutes * MINUTE_MS
    if (mine.length === 0 || isOver) throw conflict(tooLate(minutes))
    const ids = mine.map(({ id }) => id)
    const [offer] = await offersBefore(tx, ids)
    if (offer && mine.length > 1)
      throw conflict(`${offer.name}’s offer was cancelled for it, so remove these drafts one by one.`)
    const listed = mine.flatMap(({ applicationId, isListed }) => (isListed ? [applicationId] : []))
    await deleteDrafts(tx, ids)
    await together([recordRemovals(tx, me, mine, now), listed.length > 0 && unlistApplications(tx, me, listed, now)])
    if (!offer) await placeBack(tx, me, moved, now)
    const back = await undoRenewals(tx, me, mine, at, now)
    return mine.map(({ id, name, applicationId: place, isListed }) => {
      return { id, name, place, isListed, isBack: back.has(place) || (!offer && moved.has(place)) }
    })
  })
}

/** Who was taken back from where; `isBack`: a proposal had moved them or an offer was renewed, and all is as before. */
type Taken = { id: string; name: string; place: string; isListed: boolean; isBack: boolean }

const tooLate = (minutes: number) =>
  `There is nothing to take back: the drafts were published or removed, or ${minutes} minutes are over.`

const placedAt = (tx: Tx, me: Person, yearId: string, at: Date) =>
  tx
    .select({
      id: placements.id,
      applicationId: applications.id,
      openingId: placements.openingId,
      isPinned: placements.isPinned,
      isOverbooked: placements.isOverbooked,
      name: people.name,
      isListed: applications.isListed,
      renews: renewed.id,
    })
    .from(placements)
    .innerJoin(applications, eq(applications.id, placements.applicationId))
    .innerJoin(people, eq(people.id, placements.studentId))
    .leftJoin(renewed, isRenewed)
    .where(
      and(
        ...[eq(placements.placedById, me.personId), eq(placements.placedAt, at), eq(placements.status, 'draft')],
        eq(applications.yearId, yearId),
      ),
    )

/** Where students stood whom the proposal accepted at this moment moved, by application. */
async function movedAt(tx: Tx, yearId: string, at: Date): Promise<Map<string, string>> {
  const isThis = and(eq(proposals.yearId, yearId), eq(proposals.acceptedAt, at))
  const [accepted] = await tx.select().from(proposals).where(isThis)
  const changes = accepted ? changesOf(accepted) : []
  return new Map(changes.flatMap(({ applicationId, was }) => (was ? [[applicationId, was] as const] : [])))
}

/** Whose offer gave way to one of these drafts: the student has been told. */
const offersBefore = (tx: Tx, ids: string[]) =>
  tx
    .select({ name: people.name })
    .from(placements)
    .innerJoin(people, eq(people.id, placements.studentId))
    .where(and(inArray(placements.replacedById, ids), eq(placements.status, 'cancelled')))

/** Each stands again where they stood, who has no place now: what was not accepted stands still. */
async function placeBack(tx: Tx, me: Person, moved: Map<string, string>, now: Date): Promise<void> {
  const isLive = and(eq(placements.applicationId, applications.id), inArray(placements.status, [...live]))
  const bare = await tx
    .select({ applicationId: applications.id, studentId: applications.studentId })
    .from(applications)
    .leftJoin(placements, isLive)
    .where(and(inArray(applications.id, [...moved.keys()]), isNull(placements.id)))
  for (const it of bare) {
    const openingId = moved.get(it.applicationId)!
    await refuseSeat(tx, { ...it, openingId }, now)
    await addDraft(tx, me, { ...it, openingId }, { step: 'place' }, now)
  }
}
