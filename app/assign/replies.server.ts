import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { insist } from '#app/workflow/permissions'
import { read, type Tx } from '#db/client'
import { applications, events, people, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Reply } from './reply'

/** Who has replied to the offers that this person published at one moment, by name. */
export function findReplies(me: Person, yearId: string, at: Date): Promise<Reply[]> {
  insist(me, 'placement.arrange')
  return repliesTo(read, me, yearId, at)
}

/** The same as a query. What was placed and offered at once is no publication. */
export const repliesTo = (from: Pick<Tx, 'selectDistinct'>, me: Person, yearId: string, at: Date) =>
  from
    .selectDistinct({ id: placements.id, name: people.name, status: placements.status })
    .from(placements)
    .innerJoin(applications, eq(applications.id, placements.applicationId))
    .innerJoin(people, eq(people.id, placements.studentId))
    .innerJoin(events, and(eq(events.subjectId, placements.id), eq(events.step, 'offer')))
    .where(
      and(
        ...[eq(applications.yearId, yearId), eq(events.personId, me.personId), eq(events.at, at)],
        inArray(placements.status, ['accepted', 'confirmed', 'declined', 'withdrawn']),
        sql`${placements.placedAt} is not ${events.at}`,
      ),
    )
    .orderBy(asc(people.name))
