import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { read, readAll, write } from '#db/client'
import { evaluations, questionnaires, signedAnswers } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { evaluationRows } from './evaluations.server'
import { finishedRotationsOf } from './finished-rotations.server'
import { shownToStudent } from './questionnaire'

const releasedTo = (me: Person) => and(eq(evaluations.subjectId, me.personId), isNotNull(evaluations.releasedAt))

const releasedAnswers = (me: Person) =>
  read
    .select({
      id: evaluations.id,
      readAt: evaluations.readAt,
      items: questionnaires.items,
      answers: signedAnswers.answers,
    })
    .from(signedAnswers)
    .innerJoin(evaluations, eq(evaluations.id, signedAnswers.evaluationId))
    .innerJoin(questionnaires, eq(questionnaires.id, evaluations.questionnaireId))
    .where(releasedTo(me))
    .orderBy(asc(signedAnswers.version))

/** What was released to this student: texts only, newest first; their finished rotations, and which are graded. */
export async function listFeedback(me: Person) {
  const [rows, answers, finished] = await readAll(
    evaluationRows().where(releasedTo(me)).orderBy(desc(evaluations.releasedAt)),
    releasedAnswers(me),
    finishedRotationsOf(me),
  )
  const latest = new Map(answers.map((version) => [version.id, version]))
  const feedback = rows.flatMap(({ id, slug, subject, author, block, service, firstOn, lastOn }) => {
    const it = latest.get(id)
    const texts = it ? shownToStudent(it.items, it.answers, subject) : []
    return it ? [{ id, slug, author, block, service, firstOn, lastOn, texts, isRead: it.readAt !== null }] : []
  })
  const rotations = finished.map(({ grade, ...it }) => ({ ...it, isGraded: grade !== null && grade !== 'drafted' }))
  return { feedback, rotations }
}

/** The student says that these were read; only released ones of their own can be. */
export function markRead(me: Person, ids: string[], now = programNow()): Promise<unknown> {
  return write((tx) =>
    tx
      .update(evaluations)
      .set({ readAt: now })
      .where(and(releasedTo(me), inArray(evaluations.id, ids), isNull(evaluations.readAt))),
  )
}
