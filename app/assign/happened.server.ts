import { asc, sql } from 'drizzle-orm'
import { read } from '#db/client'
import { events } from '#db/schema/index'

/** The events of a placement and of its application, oldest first. */
export const happenedTo = (placementId: string) =>
  read
    .select({ at: events.at, step: events.step, kind: events.subjectKind, by: events.actorName, to: events.to })
    .from(events)
    .where(
      sql`(${events.subjectKind} = 'placement' and ${events.subjectId} = ${placementId})
        or (${events.subjectKind} = 'application'
          and ${events.subjectId} = (select application_id from placements where id = ${placementId}))`,
    )
    .orderBy(asc(events.at), asc(events.id))
export type Happened = Awaited<ReturnType<typeof happenedTo>>[number]
