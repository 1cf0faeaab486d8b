import { and, asc, count, eq, inArray, isNull, lt, min, ne, sql } from 'drizzle-orm'
import { openStatuses } from '#app/evaluate/evaluation'
import { evaluationRows } from '#app/evaluate/evaluations.server'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { few, only } from './scope.server'

const isOpen = inArray(t.evaluations.status, [...openStatuses])
const MOST_NAMED = 5

/** What this person has to answer, oldest first. */
export const owedBy = (me: Person) =>
  evaluationRows()
    .where(and(eq(t.evaluations.authorId, me.personId), isOpen))
    .orderBy(asc(t.evaluations.dueOn))

const late = (me: Person, today: string) =>
  and(
    only(may(me, 'completion.read')),
    isOpen,
    lt(t.evaluations.dueOn, today),
    ne(t.evaluations.authorId, me.personId),
    ne(t.evaluations.subjectId, me.personId),
  )

/** Other people's evaluations that are overdue: the oldest by name. */
export const overdue = (me: Person, today: string) =>
  evaluationRows().where(late(me, today)).orderBy(asc(t.evaluations.dueOn)).limit(MOST_NAMED)

/** How many of them there are, since when, and of which blocks. */
export const overdueInAll = (me: Person, today: string) =>
  read
    .select({
      n: count(),
      dueOn: min(t.evaluations.dueOn),
      blocks: sql<string | null>`group_concat(distinct ${t.blocks.name})`,
    })
    .from(t.evaluations)
    .innerJoin(t.placements, eq(t.placements.id, t.evaluations.placementId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(late(me, today))

/** Signed evaluations that a student reads once the director has looked. */
export const toRelease = (me: Person) =>
  read
    .select({ n: count(), id: min(t.evaluations.id), names: few(t.people.familyName) })
    .from(t.evaluations)
    .innerJoin(t.questionnaires, eq(t.questionnaires.id, t.evaluations.questionnaireId))
    .innerJoin(t.people, eq(t.people.id, t.evaluations.subjectId))
    .where(
      and(
        only(may(me, 'evaluation.release', { authorId: '', subjectId: '' })),
        eq(t.evaluations.status, 'signed'),
        isNull(t.evaluations.releasedAt),
        eq(t.questionnaires.releaseAfter, 'look'),
        ne(t.evaluations.subjectId, me.personId),
      ),
    )

/** Letters that were asked of this person and are not signed. */
export const lettersOwedBy = (me: Person) =>
  read
    .select({ n: count(), requestedAt: min(t.letters.requestedAt), names: few(t.people.familyName) })
    .from(t.letters)
    .innerJoin(t.people, eq(t.people.id, t.letters.studentId))
    .where(and(eq(t.letters.authorId, me.personId), inArray(t.letters.status, ['requested', 'drafted'])))
