import { and, eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { applications, people, reviews } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { scoreRows } from './review'

/** Everyone's reviews of an application with their names, as a query. */
export const reviewsOf = (applicationId: string) =>
  read
    .select({ review: reviews, name: people.name })
    .from(reviews)
    .innerJoin(people, eq(people.id, reviews.reviewerId))
    .where(eq(reviews.applicationId, applicationId))

type Scores = Record<string, number>

/** Keeps my scores as a draft. Throws 409 once signed. */
export const saveScores = (me: Person, applicationId: string, scores: Scores, now = programNow()) =>
  put(me, applicationId, { scores, status: 'drafted' }, null, now)

/** Signs my scores: others' are shown to me from now on. Throws 409 while a row is empty. */
export function signScores(me: Person, applicationId: string, scores: Scores, now = programNow()): Promise<void> {
  insist(me, 'application.score')
  const empty = scoreRows.filter((row) => !(row.key in scores))
  if (empty.length > 0) throw conflict(`Choose one word for: ${empty.map((row) => row.name.toLowerCase()).join(', ')}.`)
  return put(me, applicationId, { scores, status: 'signed' }, 'sign review', now)
}

/** Takes me off this application: the answer beyond "conflict" is asked of nobody. */
export const stateConflict = (me: Person, applicationId: string, now = programNow()) =>
  put(me, applicationId, { scores: {}, status: 'signed', hasConflict: true }, 'state conflict', now)

type Put = { scores: Scores; status: 'drafted' | 'signed'; hasConflict?: boolean }

function put(me: Person, applicationId: string, it: Put, step: string | null, now: Date): Promise<void> {
  insist(me, 'application.score')
  return write(async (tx) => {
    await refuseSigned(tx, me, applicationId)
    const row = { ...it, applicationId, reviewerId: me.personId, at: now }
    const target = [reviews.applicationId, reviews.reviewerId]
    await together([
      tx.insert(reviews).values(row).onConflictDoUpdate({ target, set: row }),
      step && record(tx, me, { subjectKind: 'application', subjectId: applicationId, step }, now),
    ])
  })
}

async function refuseSigned(tx: Tx, me: Person, applicationId: string): Promise<void> {
  const mine = and(eq(reviews.applicationId, applicationId), eq(reviews.reviewerId, me.personId))
  const [[application], [review]] = await tx.batch([
    tx.select().from(applications).where(eq(applications.id, applicationId)),
    tx.select().from(reviews).where(mine),
  ])
  if (!application || application.status === 'draft') throw notFound()
  if (review?.status === 'signed') throw conflict('You have signed your scores; they stand as they are.')
}
