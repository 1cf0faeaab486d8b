import { and, eq, exists, inArray, isNotNull, ne, notExists, or, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import { evaluations, questionnaires } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { openStatuses } from './evaluation'
import type { Questionnaire } from './questionnaire'

const own = alias(evaluations, 'own')

const formsNamed = (...slugs: Questionnaire['slug'][]) =>
  read.select({ id: questionnaires.id }).from(questionnaires).where(inArray(questionnaires.slug, slugs))

const mineBeside = (me: Person, statuses: ('requested' | 'drafted' | 'signed')[], ...slugs: Questionnaire['slug'][]) =>
  read
    .select({ id: own.id })
    .from(own)
    .where(
      and(
        eq(own.placementId, evaluations.placementId),
        eq(own.authorId, me.personId),
        inArray(own.status, statuses),
        inArray(own.questionnaireId, formsNamed(...slugs)),
      ),
    )

/** An evaluator is shown nobody else's before signing, whatever else they are. */
export const notOwing = (me: Person) =>
  notExists(mineBeside(me, [...openStatuses], 'resident-on-student', 'attending-on-student'))

/** An attending who signed may read what the residents signed about the same rotation. */
const besideMine = (me: Person) =>
  and(
    exists(mineBeside(me, ['signed'], 'attending-on-student')),
    inArray(evaluations.questionnaireId, formsNamed('resident-on-student')),
  )

/** What this person may read: their own, what was released about themself, signed ones as director or beside theirs. */
export function readableBy(me: Person): SQL {
  const mine = eq(evaluations.authorId, me.personId)
  const ofMe = and(eq(evaluations.subjectId, me.personId), isNotNull(evaluations.releasedAt))
  const probe = { authorId: '', subjectId: '', status: 'signed', releasedAt: null }
  const others = and(
    eq(evaluations.status, 'signed'),
    ne(evaluations.subjectId, me.personId),
    notOwing(me),
    may(me, 'evaluation.read', probe) ? undefined : besideMine(me),
  )
  return or(mine, ofMe, others)!
}
