import { and, eq, gt, min, sql } from 'drizzle-orm'
import { hasRoom, isWaiting, wished } from '#app/assign/free-seats.server'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { only } from './scope.server'

const isNear = (today: string) =>
  sql`${t.blocks.firstOn} < date(${today}, '+' || (select promote_until_days_before from program) || ' days')`
const isSkipped = sql`exists (select 1 from waitlist_places w where w.opening_id = ${t.openings.id}
  and w.application_id = ${t.applications.id} and w.skipped_for is not null)`

/** Openings so near that a free seat no longer goes to the waitlist by itself, and that somebody can have. */
export const seatsToOffer = (me: Person, today: string) =>
  read
    .select({
      n: sql<number>`count(distinct ${t.openings.id})`,
      yearId: min(t.blocks.yearId),
      blocks: sql<string | null>`group_concat(distinct ${t.blocks.name})`,
    })
    .from(t.applications)
    .innerJoin(t.openings, eq(t.openings.clerkshipId, t.applications.clerkshipId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .leftJoin(t.waitlists, eq(t.waitlists.openingId, t.openings.id))
    .where(
      and(
        only(may(me, 'placement.arrange')),
        isWaiting,
        gt(t.blocks.firstOn, today),
        isNear(today),
        wished,
        hasRoom,
        sql`coalesce(${t.waitlists.isPaused}, 0) = 0 and not ${isSkipped}`,
      ),
    )
