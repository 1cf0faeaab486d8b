import { and, eq, gte, inArray } from 'drizzle-orm'
import { withdrawMessages } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { moveAll } from '#app/workflow/move.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { together, write } from '#db/client'
import { applications, events, placements, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { draftsOf } from './changes.server'
import { deadlineOf, offerDraft } from './offering.server'
import { placementWorkflow, UNDO_MINUTES } from './placement'
import { recordsWhere } from './records.server'

const MINUTE_MS = 60_000
const moving = { table: placements, kind: 'placement', workflow: placementWorkflow }

export type Publishing = { placementIds: string[]; daysSet: Record<string, string | undefined> }

/**
 * Offers the chosen drafts, each until its deadline; the mail goes out ten minutes later, so that it can be undone.
 * Throws 409 with a sentence when one is no draft any more or has no deadline that leaves time. Returns how many.
 */
export function publishDrafts(me: Person, yearId: string, it: Publishing, now: Date = programNow()): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [[rules], drafts] = await tx.batch([
      tx.select().from(program),
      recordsWhere(tx, and(draftsOf(yearId), inArray(placements.id, it.placementIds))),
    ])
    if (drafts.length < it.placementIds.length) {
      throw conflict('Some of these drafts have been removed or published meanwhile. Look again, then publish.')
    }
    const days = drafts.map((draft) => deadlineOf(draft, it.daysSet[draft.placement.id], now, rules))
    const notBeforeAt = new Date(now.getTime() + rules.undoMinutes * MINUTE_MS)
    await together(drafts.map((draft, at) => offerDraft(tx, me, draft, { day: days[at], rules, notBeforeAt }, now)))
    return drafts.length
  })
}

/** Takes back the offers of a year that this person published within ten minutes and nobody has answered. */
export function retractOffers(me: Person, yearId: string, now: Date = programNow()): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const since = new Date(now.getTime() - UNDO_MINUTES * MINUTE_MS)
    const open = await tx
      .selectDistinct({ placement: placements })
      .from(placements)
      .innerJoin(applications, eq(applications.id, placements.applicationId))
      .innerJoin(events, and(eq(events.subjectId, placements.id), eq(events.step, 'offer')))
      .where(and(eq(applications.yearId, yearId), eq(placements.status, 'offered'), by(me, since)))
    const them = open.map(({ placement }) => placement)
    if (them.length === 0) throw conflict('There is nothing to take back: the offers were answered or went out.')
    await together([
      moveAll(tx, me, { ...moving, step: 'retract', them, set: { expiresAt: null, statusAt: now } }, now),
      ...them.map(({ id }) => withdrawMessages(tx, { kind: 'placement', id }, ['placement.offer'])),
    ])
    return them.length
  })
}

const by = (me: Person, since: Date) => and(eq(events.personId, me.personId), gte(events.at, since))
