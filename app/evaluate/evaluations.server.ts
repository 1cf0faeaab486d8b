import { and, asc, desc, eq, gt, min, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { dayAt, daysFrom } from '#app/workflow/day.server'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import {
  blocks,
  evaluations,
  openings,
  pairings,
  people,
  placements,
  questionnaires,
  services,
  signedAnswers,
} from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { daysOf, daysTogether } from './days-together.server'
import { isOpen } from './evaluation'
import { readableBy } from './readable.server'

const authors = alias(people, 'authors')

const evaluationFields = {
  id: evaluations.id,
  status: evaluations.status,
  declinedFor: evaluations.declinedFor,
  placementId: evaluations.placementId,
  authorId: evaluations.authorId,
  subjectId: evaluations.subjectId,
  studentId: placements.studentId,
  dueOn: evaluations.dueOn,
  releasedAt: evaluations.releasedAt,
  slug: questionnaires.slug,
  releaseAfter: questionnaires.releaseAfter,
  subject: people.name,
  author: authors.name,
  block: blocks.name,
  service: services.name,
  firstOn: blocks.firstOn,
  lastOn: blocks.lastOn,
}

/** Evaluations with their placement's dates and the two names: the frame of the queries here. */
export const evaluationRows = () =>
  read
    .select(evaluationFields)
    .from(evaluations)
    .innerJoin(questionnaires, eq(questionnaires.id, evaluations.questionnaireId))
    .innerJoin(placements, eq(placements.id, evaluations.placementId))
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .innerJoin(people, eq(people.id, evaluations.subjectId))
    .innerJoin(authors, eq(authors.id, evaluations.authorId))

const questionsOf = (id: string) =>
  read
    .select({ draft: evaluations.draft, draftedAt: evaluations.draftedAt, items: questionnaires.items })
    .from(evaluations)
    .innerJoin(questionnaires, eq(questionnaires.id, evaluations.questionnaireId))
    .where(eq(evaluations.id, id))

/** What others signed about the same rotation, as far as this person may read it. */
const besideOf = (me: Person, id: string) =>
  evaluationRows()
    .where(
      and(
        eq(evaluations.placementId, sql`(select placement_id from evaluations where id = ${id})`),
        eq(evaluations.status, 'signed'),
        eq(questionnaires.slug, 'resident-on-student'),
        ne(evaluations.authorId, me.personId),
        readableBy(me),
      ),
    )
    .orderBy(asc(evaluations.dueOn))

/** One evaluation as this person may read it: its signed versions (newest first), days together, and the others. */
export async function findEvaluation(me: Person, id: string, now: Date) {
  const [[evaluation], [questions], versions, beside, paired, away, free] = await readAll(
    evaluationRows().where(and(eq(evaluations.id, id), readableBy(me))),
    questionsOf(id),
    read.select().from(signedAnswers).where(eq(signedAnswers.evaluationId, id)).orderBy(desc(signedAnswers.version)),
    besideOf(me, id),
    ...daysOf(id),
  )
  if (!evaluation) throw notFound()
  const days = daysTogether(
    paired,
    away,
    free.map(({ on }) => on),
  ).length
  return { ...evaluation, ...questions, versions, beside, days, left: daysFrom(dayAt(now), evaluation.dueOn) }
}

/** The same, but only the author's own: for the steps that only the author takes. */
export async function findAuthored(me: Person, id: string, now: Date) {
  const evaluation = await findEvaluation(me, id, now)
  if (evaluation.authorId !== me.personId) throw notFound()
  return evaluation
}

/** What waits for this person, oldest first; what they closed, newest first; when the next ones open. */
export async function listEvaluations(me: Person, now: Date) {
  const today = dayAt(now)
  const [rows, [next]] = await readAll(
    evaluationRows().where(eq(evaluations.authorId, me.personId)).orderBy(asc(evaluations.dueOn)),
    read
      .select({ on: min(pairings.lastOn) })
      .from(pairings)
      .where(and(eq(pairings.supervisorId, me.personId), eq(pairings.status, 'published'), gt(pairings.lastOn, today))),
  )
  const all = rows.map((row) => ({ ...row, left: daysFrom(today, row.dueOn) }))
  const owed = all.filter(isOpen)
  return { owed, sent: all.filter((row) => !isOpen(row)).reverse(), nextOn: next.on }
}
