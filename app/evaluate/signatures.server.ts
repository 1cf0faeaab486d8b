import { and, eq, inArray } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { move } from '#app/workflow/move.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { evaluations, grades, questionnaires, signedAnswers } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { evaluationWorkflow, isOpen, openStatuses } from './evaluation'
import type { Answers } from './questionnaire'
import { release } from './releases.server'

const tooLate = 'This form is closed: it was sent, declined or withdrawn meanwhile.'

/** The author's own evaluation with its questionnaire, inside a write. Throws 404 to anybody else. */
async function mine(tx: Tx, me: Person, id: string) {
  const [it] = await tx
    .select({
      id: evaluations.id,
      status: evaluations.status,
      authorId: evaluations.authorId,
      subjectId: evaluations.subjectId,
      items: questionnaires.items,
      releaseAfter: questionnaires.releaseAfter,
      grade: grades.status,
    })
    .from(evaluations)
    .innerJoin(questionnaires, eq(questionnaires.id, evaluations.questionnaireId))
    .leftJoin(grades, eq(grades.placementId, evaluations.placementId))
    .where(and(eq(evaluations.id, id), eq(evaluations.authorId, me.personId)))
  if (!it) throw notFound()
  return it
}

/** Nothing holds it back: the form is shown at once, or the grade that it waits for is signed. */
const isFree = ({ releaseAfter, grade }: Awaited<ReturnType<typeof mine>>) =>
  releaseAfter === 'signature' || (releaseAfter === 'grade' && grade !== null && grade !== 'drafted')

const step = { table: evaluations, kind: 'evaluation', workflow: evaluationWorkflow, tooLate } as const

/** Keeps what the author typed so far. Throws 409 once the form is closed. */
export async function saveDraft(me: Person, id: string, draft: Answers, now = programNow()): Promise<Date> {
  await write(async (tx) => {
    const it = await mine(tx, me, id)
    if (it.status === 'requested')
      return move(tx, me, { ...step, step: 'draft', it, set: { draft, draftedAt: now } }, now)
    const kept = await tx
      .update(evaluations)
      .set({ draft, draftedAt: now })
      .where(and(eq(evaluations.id, id), eq(evaluations.status, 'drafted')))
      .returning({ id: evaluations.id })
    if (kept.length === 0) throw conflict(tooLate)
  })
  return now
}

/** Signs version 1, or closes the form on a conflict. A second tap finds it signed and changes nothing. */
export function signEvaluation(me: Person, id: string, answers: Answers, now = programNow()): Promise<void> {
  if (answers.conflict === 'yes') return declineEvaluation(me, id, 'conflict', now)
  return write(async (tx) => {
    const it = await mine(tx, me, id)
    if (it.status === 'signed') return
    await together([
      move(tx, me, { ...step, step: 'sign', it, set: { draft: null } }, now),
      tx.insert(signedAnswers).values({ evaluationId: id, version: 1, ...parted(answers), signedAt: now }),
      isFree(it) && release(tx, me, [it], now),
    ])
  })
}

type Amendment = { answers: Answers; reason: string; after: number }

/** Writes the version that comes after `after` beside those that stand; a second tap finds it written. */
export function amendEvaluation(me: Person, id: string, { answers, reason, after }: Amendment, now = programNow()) {
  return write(async (tx) => {
    const it = await mine(tx, me, id)
    const version = { evaluationId: id, version: after + 1, ...parted(answers), reason, signedAt: now }
    const written = await tx.insert(signedAnswers).values(version).onConflictDoNothing().returning()
    if (written.length) await move(tx, me, { ...step, step: 'amend', it, set: { readAt: null }, note: reason }, now)
  })
}

/**
 * Closes the form unanswered; nothing that was typed is kept. After a conflict every other open form
 * of this author about this person closes too.
 */
export function declineEvaluation(
  me: Person,
  id: string,
  why: 'contact' | 'conflict',
  now = programNow(),
): Promise<void> {
  return write(async (tx) => {
    const it = await mine(tx, me, id)
    if (it.status === 'declined') return
    if (!isOpen(it)) throw conflict(tooLate)
    const closed = why === 'contact' ? [it] : await openAbout(tx, it.authorId, it.subjectId)
    const set = { declinedFor: why, draft: null, draftedAt: null }
    await together(closed.map((one) => move(tx, me, { ...step, step: 'decline', it: one, set }, now)))
  })
}

const openAbout = (tx: Tx, authorId: string, subjectId: string) =>
  tx
    .select()
    .from(evaluations)
    .where(
      and(
        eq(evaluations.authorId, authorId),
        eq(evaluations.subjectId, subjectId),
        inArray(evaluations.status, [...openStatuses]),
      ),
    )

/** Days stand in a column of their own; the answer to the conflict question is not kept. */
function parted({ days, conflict: _, ...answers }: Answers) {
  return { answers, days: days === undefined ? null : Number(days) }
}
