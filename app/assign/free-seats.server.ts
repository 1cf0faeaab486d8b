import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import { CHANGING } from './block-change'

/** The application in hand has no draft, no offer and no place. */
export const hasNoPlace = sql`not exists (select 1 from placements p where p.application_id = ${t.applications.id}
  and p.status in ('draft', 'offered', 'accepted', 'confirmed', 'completed'))`

/** On the waitlist and without a place or an offer. */
export const isWaiting: SQL | undefined = and(eq(t.applications.status, 'waitlisted'), hasNoPlace)

/**
 * Whose seats have been given out: somebody was offered one, or nobody can apply any more. Before that a free seat is
 * not one that became free, and it goes to whoever the proposal gives it.
 */
export const isDecided = (today: string) => sql`(${t.blocks.applyByOn} < ${today} or exists (select 1 from placements p
  where p.opening_id = ${t.openings.id} and p.status <> 'draft'))`

/** The opening in hand has a free seat. */
export const hasRoom = sql`(select count(*) from placements p where p.opening_id = ${t.openings.id}
  and p.status in ('draft', 'offered', 'accepted', 'confirmed', 'completed')) < ${t.openings.seats}`
const isNotDrawn = sql`${t.applications.yearId} not in (select year_id from lotteries)`
/** Nobody of the program has decided about an application since: what students answer decides nothing. */
export const isUndecidedSince = (applicationId: SQLWrapper, at: SQLWrapper) => sql`not exists (select 1 from events e
  where e.subject_kind = 'application' and e.subject_id = ${applicationId} and e.at > ${at}
  and e.step in ('make eligible', 'waitlist', 'keep', 'keep on waitlist'))`

/** The application in hand wishes for the opening in hand, and was not cancelled there after the last decision. */
export const wished = sql`exists (select 1 from choices c where c.application_id = ${t.applications.id}
  and c.block_id = ${t.openings.blockId} and c.has_ended = 0
  and (c.service_id is null or c.service_id = ${t.openings.serviceId}))
  and not exists (select 1 from placements p where p.application_id = ${t.applications.id}
  and p.opening_id = ${t.openings.id} and p.status = 'cancelled'
  and ${isUndecidedSince(t.applications.id, sql`p.status_at`)})`

/** The block in hand, or the whole that it is a half of, is not about to move or to be cancelled. */
const isNotChanging = sql`not exists (select 1 from jobs j where j.name = ${CHANGING}
  and j.state in ('due', 'running') and j.input ->> 'blockId' in (${t.blocks.id}, ${t.blocks.partOfId}))`

/** Years with an opening after this day that has a free seat and somebody who waits, paused ones left out. */
export const yearsThatMove = (today: string) =>
  read
    .selectDistinct({ yearId: t.applications.yearId })
    .from(t.applications)
    .innerJoin(t.openings, eq(t.openings.clerkshipId, t.applications.clerkshipId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .leftJoin(t.waitlists, eq(t.waitlists.openingId, t.openings.id))
    .where(
      and(
        isWaiting,
        sql`${t.blocks.firstOn} > ${today}`,
        wished,
        isDecided(today),
        isNotChanging,
        sql`(${isNotDrawn} or (${hasRoom} and coalesce(${t.waitlists.isPaused}, 0) = 0))`,
      ),
    )
