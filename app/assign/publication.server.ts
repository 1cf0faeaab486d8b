import { and, countDistinct, eq, gt, inArray, lte, notExists, notInArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { stepApplication } from '#app/apply/applications.server'
import { reviveWishes } from '#app/apply/ended-wishes.server'
import { withdrawMessages } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { moveAll } from '#app/workflow/move.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { applications, events, messages, placements, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { draftsOf } from './changes.server'
import { enrollDraft } from './enrolling.server'
import { deadlineOf, offerDraft } from './offering.server'
import { agreementsIn } from './papers.server'
import { placementWorkflow } from './placement'
import { type PlacementRecord, recordsWhere } from './records.server'
import { repliesTo } from './replies.server'
import { type Reply, repliesText } from './reply'

const MINUTE_MS = 60_000
const moving = { table: placements, kind: 'placement', workflow: placementWorkflow }

export type Publishing = { placementIds: string[]; daysSet: Record<string, string | undefined> }

/**
 * Offers the chosen drafts, each until its deadline, and gives those of a list their place; the mail goes out a
 * few minutes later (a setting), so that it can be undone.
 * Throws 409 with a sentence when one is no draft any more or has no deadline that leaves time. Returns how many.
 */
export function publishDrafts(me: Person, yearId: string, it: Publishing, now: Date = programNow()): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [[rules], agreements, drafts] = await tx.batch([
      tx.select().from(program),
      agreementsIn(tx),
      recordsWhere(tx, and(draftsOf(yearId), inArray(placements.id, it.placementIds))),
    ])
    if (drafts.length < it.placementIds.length) {
      throw conflict('Some of these drafts have been removed or published meanwhile. Look again, then publish.')
    }
    const [listed, asked] = [drafts.filter(isOfList), drafts.filter((draft) => !isOfList(draft))]
    const days = asked.map((draft) => deadlineOf(draft, it.daysSet[draft.placement.id], now, rules))
    const notBeforeAt = new Date(now.getTime() + rules.undoMinutes * MINUTE_MS)
    await together([
      ...asked.map((draft, at) => offerDraft(tx, me, draft, { day: days[at], rules, notBeforeAt }, now)),
      ...listed.map((draft) => enrollDraft(tx, me, draft, { agreements, notBeforeAt }, now)),
    ])
    return drafts.length
  })
}

const isOfList = ({ application }: PlacementRecord) => application.isListed

/**
 * Takes back what this person published at one moment, while no message has gone out: offers that nobody has answered,
 * and places of a list. Returns how many. Throws 409 when there is nothing left to take back.
 */
export function retractOffers(me: Person, yearId: string, at: Date, now: Date = programNow()): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const open = await tx
      .selectDistinct({ placement: placements, application: applications })
      .from(placements)
      .innerJoin(applications, eq(applications.id, placements.applicationId))
      .innerJoin(events, isPublication)
      .where(and(canGoBack(tx, me, yearId, now), eq(events.at, at)))
    if (open.length === 0) throw conflict(nothingBack(await repliesTo(tx, me, yearId, at)))
    const [offers, places] = [open.filter(isOffered), open.filter((it) => !isOffered(it))]
    await together([
      retract(tx, me, 'retract', offers, now),
      retract(tx, me, 'take back', places, now),
      ...places.map(({ application }) => stepApplication(tx, me, application, 'unplace', {}, now)),
      ...places.map(({ application }) => reviveWishes(tx, application.id)),
    ])
    return open.length
  })
}

const nothingBack = (replies: Reply[]) =>
  `There is nothing to take back: the offers were answered or went out. ${repliesText(replies)}`.trim()

/** What this person published and can still take back: how many places at each moment, as a query for `readAll`. */
export const publishedBy = (me: Person, yearId: string, now: Date) =>
  read
    .select({ at: events.at, places: countDistinct(placements.id) })
    .from(placements)
    .innerJoin(applications, eq(applications.id, placements.applicationId))
    .innerJoin(events, isPublication)
    .where(canGoBack(read, me, yearId, now))
    .groupBy(events.at)

const publishing = ['offer', 'enroll']
const isPublication = and(eq(events.subjectId, placements.id), inArray(events.step, publishing))

/**
 * Published by this person within the minutes of an undo, by nobody since, unanswered, and not gone out. What was
 * placed and offered at once, from the waitlist or in place of another, is no publication: it goes out at once.
 */
const canGoBack = (from: Pick<Tx, 'select'>, me: Person, yearId: string, now: Date) =>
  and(
    ...[eq(applications.yearId, yearId), isOpen, eq(events.personId, me.personId)],
    sql`${events.at} >= ${now.getTime()} - (select undo_minutes from program) * ${MINUTE_MS}`,
    sql`${placements.placedAt} is not ${events.at}`,
    notExists(publishedSince(from)),
    notExists(leftAlready(from, now)),
  )

/** What was taken back and published again, by whomever, belongs to the later publication. */
const later = alias(events, 'later')
const publishedSince = (from: Pick<Tx, 'select'>) =>
  from
    .select({ id: later.id })
    .from(later)
    .where(and(eq(later.subjectId, placements.id), inArray(later.step, publishing), gt(later.at, events.at)))

/** What has gone out to the student already can't be taken back: an offer on a block's new days goes at once. */
const leftAlready = (from: Pick<Tx, 'select'>, now: Date) =>
  from
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        ...[eq(messages.subjectKind, 'placement'), eq(messages.subjectId, placements.id)],
        inArray(messages.kind, ['placement.offer', 'placement.enrolled', 'placement.moved']),
        or(notInArray(messages.status, ['waiting', 'withdrawn']), and(isWaiting, lte(messages.notBeforeAt, now))),
      ),
    )
const isWaiting = eq(messages.status, 'waiting')

const isOffered = ({ placement }: Published) => placement.status === 'offered'
const isOpen = or(
  eq(placements.status, 'offered'),
  and(eq(applications.isListed, true), inArray(placements.status, ['accepted', 'confirmed'])),
)

type Published = { placement: typeof placements.$inferSelect; application: typeof applications.$inferSelect }

async function retract(tx: Tx, me: Person, step: 'retract' | 'take back', published: Published[], now: Date) {
  const them = published.map(({ placement }) => placement)
  await together([
    moveAll(tx, me, { ...moving, step, them, set: { expiresAt: null, statusAt: now } }, now),
    ...them.map(({ id }) => withdrawMessages(tx, { kind: 'placement', id }, ['placement.offer', 'placement.enrolled'])),
  ])
}
