import { and, eq, exists, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import { applications, confirmations, documents, requirements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Stage, stages } from './review'

/** An application with a current document that waits for a check. */
const awaitsCheck = (isHealth: boolean) =>
  and(
    inArray(applications.status, ['submitted', 'returned', 'eligible', 'waitlisted', 'placed']),
    exists(
      read
        .select({ one: sql`1` })
        .from(documents)
        .innerJoin(requirements, eq(requirements.id, documents.requirementId))
        .where(
          and(
            eq(documents.applicationId, applications.id),
            eq(documents.isCurrent, true),
            // With the plus, SQLite looks the documents up by their application, not by the state most of them share.
            sql`+${documents.status} = 'received'`,
            eq(requirements.isHealth, isHealth),
          ),
        ),
    ),
  )

const asked = sql`coalesce(${confirmations.status}, '') = 'asked'`
const conditions = (): Record<Stage, SQL | undefined> => ({
  review: and(eq(applications.status, 'submitted'), sql`not (${asked})`),
  school: and(eq(applications.status, 'submitted'), asked),
  papers: awaitsCheck(false),
  health: awaitsCheck(true),
  returned: eq(applications.status, 'returned'),
  eligible: eq(applications.status, 'eligible'),
  waitlisted: eq(applications.status, 'waitlisted'),
  placed: eq(applications.status, 'placed'),
  closed: eq(applications.status, 'not offered'),
  withdrawn: eq(applications.status, 'withdrawn'),
  all: ne(applications.status, 'draft'),
})

/** The tabs that this person has a use for. */
export const stagesOf = (me: Person): Stage[] =>
  (Object.keys(stages) as Stage[]).filter((stage) => {
    if (stage === 'health') return may(me, 'document.check', { isHealth: true })
    if (stage === 'papers') return may(me, 'document.check', { isHealth: false })
    return true
  })

/** How many stand in each stage, in one statement: each is counted by its index, however many years are closed. */
export function stageCounts() {
  const counts = Object.entries(conditions()).map(([stage, condition]) => [
    stage,
    sql<number>`(select count(*) from ${applications}${schoolsOf(stage as Stage)} where ${condition})`.mapWith(Number),
  ])
  return read.select(Object.fromEntries(counts) as Record<Stage, SQL<number>>).from(sql`(select 1)`)
}

/** Two stages ask for the school's word; to join it to every application would look each of them up. */
const schoolsOf = (stage: Stage) =>
  stage === 'review' || stage === 'school'
    ? sql` left join ${confirmations} on ${eq(confirmations.applicationId, applications.id)}`
    : sql``

/** The same tab's condition, for the list beside a record. */
export const stageWhere = (stage: Stage) => conditions()[stage]
