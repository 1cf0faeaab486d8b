import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { post } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { evaluations, questionnaires } from '#db/schema/index'
import type { Actor, Person } from '#db/schema/people/actors'
import { feedbackReleased } from './messages.server'
import { readableBy } from './readable.server'
import { recipients } from './recipients.server'

/** The director has looked: the student sees the text from now on. A second tap changes nothing. */
export function releaseEvaluation(me: Person, id: string, now = programNow()): Promise<void> {
  return write(async (tx) => {
    const [it] = await tx
      .select({
        id: evaluations.id,
        authorId: evaluations.authorId,
        subjectId: evaluations.subjectId,
        releasedAt: evaluations.releasedAt,
        releaseAfter: questionnaires.releaseAfter,
      })
      .from(evaluations)
      .innerJoin(questionnaires, eq(questionnaires.id, evaluations.questionnaireId))
      .where(and(eq(evaluations.id, id), readableBy(me), eq(evaluations.status, 'signed')))
    if (!it) throw notFound()
    insist(me, 'evaluation.release', it)
    if (it.releaseAfter === 'look' && !it.releasedAt) await release(tx, me, [it], now)
  })
}

/** What a signed grade sets free: evaluations whose questionnaire waits for it, as far as they are signed. */
export async function releaseByGrade(tx: Tx, me: Actor, placementId: string, now: Date): Promise<void> {
  const waiting = await tx
    .select({ id: evaluations.id, subjectId: evaluations.subjectId })
    .from(evaluations)
    .where(
      and(
        eq(evaluations.placementId, placementId),
        eq(evaluations.status, 'signed'),
        isNull(evaluations.releasedAt),
        inArray(evaluations.questionnaireId, formsReleased('grade')),
      ),
    )
  await release(tx, me, waiting, now, false)
}

const formsReleased = (after: 'grade') =>
  read
    .select({ id: questionnaires.id })
    .from(questionnaires)
    .where(and(eq(questionnaires.releaseAfter, after), ne(questionnaires.status, 'draft')))

/** Notes the release and, unless a grade's own message goes out, tells the student. */
export async function release(
  tx: Tx,
  me: Actor,
  them: { id: string; subjectId: string }[],
  now: Date,
  tells = true,
): Promise<void> {
  if (them.length === 0) return
  const ids = them.map(({ id }) => id)
  const [[student]] = await together([
    tells ? recipients(tx, [them[0].subjectId]) : [],
    tx.update(evaluations).set({ releasedAt: now }).where(inArray(evaluations.id, ids)),
    ...ids.map((id) => record(tx, me, { subjectKind: 'evaluation', subjectId: id, step: 'release' }, now)),
  ])
  if (student) await post(tx, feedbackReleased(student, ids[0]), now)
}
