import { asc, sql } from 'drizzle-orm'
import { read } from '#db/client'
import { events } from '#db/schema/index'

/** The placement and those that it came in the place of: an offer made anew keeps its history. */
const chainOf = (placementId: string) => sql`(with recursive chain(id) as (
    select ${placementId} union select p.id from placements p join chain on p.replaced_by_id = chain.id)
  select id from chain)`
const blockOf = sql<string | null>`(select b.name from placements p join openings o on o.id = p.opening_id
  join blocks b on b.id = o.block_id where p.id = ${events.subjectId})`

/** The events of a placement, of those before it and of its application, oldest first. */
export const happenedTo = (placementId: string) =>
  read
    .select({
      at: events.at,
      step: events.step,
      kind: events.subjectKind,
      by: events.actorName,
      to: events.to,
      block: blockOf,
    })
    .from(events)
    .where(
      sql`(${events.subjectKind} = 'placement' and ${events.subjectId} in ${chainOf(placementId)})
        or (${events.subjectKind} = 'application'
          and ${events.subjectId} = (select application_id from placements where id = ${placementId}))`,
    )
    .orderBy(asc(events.at), asc(sql`${events}.rowid`))
export type Happened = Awaited<ReturnType<typeof happenedTo>>[number]
