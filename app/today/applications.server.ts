import { and, count, eq, exists, gt, inArray, min, not, notExists, or, sql } from 'drizzle-orm'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { livePlacement } from '#db/views'
import { few, only } from './scope.server'

const isAsked = and(eq(t.applications.status, 'submitted'), eq(t.confirmations.status, 'asked'))
const stage = sql<'school' | 'submitted' | 'returned' | 'eligible'>`
  case when ${isAsked} then 'school' else ${t.applications.status} end`

const placed = () =>
  read
    .select({ id: t.placements.id })
    .from(t.placements)
    .where(and(eq(t.placements.applicationId, t.applications.id), inArray(t.placements.status, [...livePlacement])))

/** How many applications wait at each stage, the oldest day of each, and who, while they are few. */
export const stagesFor = (me: Person) =>
  read
    .select({
      stage,
      n: count(),
      sentAt: min(t.applications.sentAt),
      askedAt: min(t.confirmations.askedAt),
      replyByOn: min(t.applications.replyByOn),
      returnByOn: min(t.applications.returnByOn),
      names: few(t.people.familyName),
    })
    .from(t.applications)
    .innerJoin(t.people, eq(t.people.id, t.applications.studentId))
    .leftJoin(t.confirmations, eq(t.confirmations.applicationId, t.applications.id))
    .where(
      and(
        only(may(me, 'application.decide') || may(me, 'placement.arrange')),
        inArray(t.applications.status, ['submitted', 'returned', 'eligible']),
        notExists(placed()),
      ),
    )
    .groupBy(stage)
export type Stage = Awaited<ReturnType<typeof stagesFor>>[number]

const mine = (me: Person) =>
  read
    .select({ id: t.reviews.id })
    .from(t.reviews)
    .where(
      and(
        eq(t.reviews.applicationId, t.applications.id),
        eq(t.reviews.reviewerId, me.personId),
        or(eq(t.reviews.status, 'signed'), eq(t.reviews.hasConflict, true)),
      ),
    )

/** Applications that this person has neither scored nor stepped back from. */
export const toScoreBy = (me: Person) =>
  read
    .select({ n: count(), sentAt: min(t.applications.sentAt), names: few(t.people.familyName) })
    .from(t.applications)
    .innerJoin(t.people, eq(t.people.id, t.applications.studentId))
    .where(
      and(
        only(may(me, 'score.owe')),
        inArray(t.applications.status, ['submitted', 'eligible']),
        notExists(placed()),
        not(exists(mine(me))),
      ),
    )

/** Documents handed in and not checked by whoever checks them, by block where a place is near. */
export const documentsToCheck = (me: Person) =>
  read
    .select({
      isHealth: t.requirements.isHealth,
      block: t.blocks.name,
      firstOn: t.blocks.firstOn,
      dueOn: min(t.placements.papersDueOn),
      n: count(),
      oldestAt: min(t.documents.handedInAt),
    })
    .from(t.documents)
    .innerJoin(t.requirements, eq(t.requirements.id, t.documents.requirementId))
    .innerJoin(t.applications, eq(t.applications.id, t.documents.applicationId))
    .leftJoin(t.placements, and(eq(t.placements.applicationId, t.applications.id), isNear))
    .leftJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .leftJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(and(mayCheck(me), eq(t.documents.status, 'received'), eq(t.documents.isCurrent, true), isUnderWay))
    .groupBy(t.requirements.isHealth, t.blocks.id)
    .orderBy(t.blocks.firstOn)
export type Unchecked = Awaited<ReturnType<typeof documentsToCheck>>[number]

const isNear = inArray(t.placements.status, ['offered', 'accepted', 'confirmed'])
const isUnderWay = inArray(t.applications.status, ['submitted', 'returned', 'eligible', 'waitlisted', 'placed'])

const mayCheck = (me: Person) =>
  or(
    and(eq(t.requirements.isHealth, true), only(may(me, 'document.check', { isHealth: true }))),
    and(eq(t.requirements.isHealth, false), only(may(me, 'document.check', { isHealth: false }))),
  )

/** Drafts that can still reach a block closing within a fortnight, by block. */
export const draftsClosing = (me: Person, today: string, until: string) =>
  read
    .select({
      block: t.blocks.name,
      applyByOn: t.blocks.applyByOn,
      n: sql<number>`count(distinct ${t.applications.id})`,
    })
    .from(t.choices)
    .innerJoin(t.applications, and(eq(t.applications.id, t.choices.applicationId), eq(t.applications.status, 'draft')))
    .innerJoin(t.blocks, eq(t.blocks.id, t.choices.blockId))
    .where(
      and(
        only(may(me, 'application.decide')),
        gt(sql`${until}`, t.blocks.applyByOn),
        sql`${t.blocks.applyByOn} >= ${today}`,
      ),
    )
    .groupBy(t.blocks.id)
    .orderBy(t.blocks.applyByOn)
