import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { read, type Tx } from '#db/client'
import { events, notes } from '#db/schema/index'

/** The placement and those that it came in the place of: an offer made anew keeps its history. */
const chainOf = (placementId: string) => sql`(with recursive chain(id) as (
    select ${placementId} union select p.id from placements p join chain on p.replaced_by_id = chain.id)
  select id from chain)`
const blockOf = sql<string | null>`(select b.name from placements p join openings o on o.id = p.opening_id
  join blocks b on b.id = o.block_id where p.id = ${events.subjectId})`

/** The events of a placement, of those before it and of its application, oldest first, with their notes. */
export const happenedTo = (placementId: string) =>
  read
    .select({
      at: events.at,
      step: events.step,
      kind: events.subjectKind,
      by: events.actorName,
      to: events.to,
      block: blockOf,
      note: notes.text,
    })
    .from(events)
    .leftJoin(notes, eq(notes.id, events.noteId))
    .where(
      sql`(${events.subjectKind} = 'placement' and ${events.subjectId} in ${chainOf(placementId)})
        or (${events.subjectKind} = 'application'
          and ${events.subjectId} = (select application_id from placements where id = ${placementId}))`,
    )
    .orderBy(asc(events.at), asc(sql`${events}.rowid`))
export type Happened = Awaited<ReturnType<typeof happenedTo>>[number]

/** The place and those that it was before its block moved, once or again. */
const sameOf = (placementId: string) => sql`(with recursive same(id) as (
    select ${placementId} union select p.id from placements p join same on p.replaced_by_id = same.id
      where exists (select 1 from events e
        where e.subject_kind = 'placement' and e.subject_id = p.id and e.step = 'move'))
  select id from same)`

/** Whether the student has held this place, before its block moved at least. */
export async function wasHeld(tx: Tx, placementId: string): Promise<boolean> {
  const isHeld = and(eq(events.subjectKind, 'placement'), inArray(events.step, ['accept', 'enroll']))
  const where = and(isHeld, sql`${events.subjectId} in ${sameOf(placementId)}`)
  return (await tx.select({ id: events.id }).from(events).where(where).limit(1)).length > 0
}
