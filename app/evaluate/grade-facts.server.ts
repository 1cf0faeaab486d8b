import { and, asc, eq, inArray } from 'drizzle-orm'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { concernsAbout } from './concerns.server'
import { openStatuses } from './evaluation'
import { evaluationRows } from './evaluations.server'
import { readableBy } from './readable.server'

const placementColumns = {
  placementId: t.placements.id,
  status: t.placements.status,
  studentId: t.placements.studentId,
  student: t.people.name,
  block: t.blocks.name,
  service: t.services.name,
  firstOn: t.blocks.firstOn,
  lastOn: t.blocks.lastOn,
  school: t.schools.name,
  scale: t.schools.grades,
  gradeId: t.grades.id,
  gradeStatus: t.grades.status,
  grade: t.grades.grade,
  narrative: t.grades.narrative,
}

/** A placement with its student, dates, the home school's scale and the grade so far, as a query. */
export const gradedPlacement = (placementId: string) =>
  read
    .select(placementColumns)
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .leftJoin(t.profiles, eq(t.profiles.personId, t.placements.studentId))
    .leftJoin(t.schools, eq(t.schools.id, t.profiles.schoolId))
    .leftJoin(t.grades, eq(t.grades.placementId, t.placements.id))
    .where(and(eq(t.placements.id, placementId), inArray(t.placements.status, ['confirmed', 'completed'])))

/** The signed evaluations of a placement that this person may read, all versions, oldest first, as a query. */
export const signedOf = (me: Person, placementId: string) =>
  read
    .select({
      id: t.evaluations.id,
      slug: t.questionnaires.slug,
      items: t.questionnaires.items,
      releaseAfter: t.questionnaires.releaseAfter,
      releasedAt: t.evaluations.releasedAt,
      author: t.people.name,
      answers: t.signedAnswers.answers,
      days: t.signedAnswers.days,
      version: t.signedAnswers.version,
    })
    .from(t.signedAnswers)
    .innerJoin(t.evaluations, eq(t.evaluations.id, t.signedAnswers.evaluationId))
    .innerJoin(t.questionnaires, eq(t.questionnaires.id, t.evaluations.questionnaireId))
    .innerJoin(t.people, eq(t.people.id, t.evaluations.authorId))
    .where(and(eq(t.evaluations.placementId, placementId), readableBy(me)))
    .orderBy(asc(t.evaluations.dueOn), asc(t.signedAnswers.version))

/** The last version of each. */
export const latest = <V extends { id: string }>(versions: V[]) => [
  ...new Map(versions.map((it) => [it.id, it])).values(),
]

/** All that the clerkship director weighs for a grade, and the student's signed grade, in one round trip. */
export const gradeFacts = (me: Person, placementId: string) =>
  readAll(
    gradedPlacement(placementId),
    signedOf(me, placementId),
    evaluationRows()
      .where(and(eq(t.evaluations.placementId, placementId), inArray(t.evaluations.status, [...openStatuses])))
      .orderBy(t.evaluations.dueOn),
    read
      .select({
        version: t.signedGrades.version,
        grade: t.signedGrades.grade,
        narrative: t.signedGrades.narrative,
        reason: t.signedGrades.reason,
        signedAt: t.signedGrades.signedAt,
        by: t.people.name,
      })
      .from(t.signedGrades)
      .innerJoin(t.grades, eq(t.grades.id, t.signedGrades.gradeId))
      .innerJoin(t.people, eq(t.people.id, t.signedGrades.signedById))
      .where(eq(t.grades.placementId, placementId))
      .orderBy(asc(t.signedGrades.version)),
    concernsAbout(me, placementId),
    read.select({ aim: t.program.gradeDueDays, limit: t.program.gradeLimitDays }).from(t.program),
  )
