import { and, eq } from 'drizzle-orm'
import { post } from '#app/mail/messages.server'
import { daysText } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, daysFrom } from '#app/workflow/day.server'
import { move } from '#app/workflow/move.server'
import { insist, may } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { evaluations, grades, placements, signedGrades } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { composite, draftNarrative } from './composite'
import { defaultScale, gradeWorkflow } from './grade'
import { gradeFacts, latest } from './grade-facts.server'
import { gradeSigned } from './messages.server'
import { isMidpoint } from './questionnaire'
import { addressesOf } from './recipients.server'
import { releaseByGrade } from './releases.server'

/** The clerkship director's page of one rotation, or the student's own signed grade; 404 to anybody else. */
export async function findGrade(me: Person, placementId: string, now: Date) {
  const facts = await gradeFacts(me, placementId)
  const [[placement], , , signed] = facts
  const status = placement?.gradeStatus ?? 'drafted'
  if (!placement || !may(me, 'grade.read', { studentId: placement.studentId, status })) throw notFound()
  const { student, service, firstOn, lastOn } = placement
  if (me.personId === placement.studentId)
    return { face: 'student' as const, student, service, firstOn, lastOn, signed }
  return { face: 'director' as const, ...weighed(me, facts, now) }
}

/** The scale a grade is signed on, for whoever may sign it; 404 to anybody else. */
export async function findGradeToSign(me: Person, placementId: string, now: Date) {
  const found = await findGrade(me, placementId, now)
  if (found.face !== 'director') throw notFound()
  return { scale: found.placement.scale }
}

/** What the director weighs: evaluations, their sum, what is still owed, the draft, how long there is. */
function weighed(me: Person, [[placement], versions, open, signed, concerns, [rules]]: Facts, now: Date) {
  const { student, service, firstOn, lastOn } = placement
  const evaluated = latest(versions)
  const rotation = { student, service, dates: daysText(firstOn, lastOn, { year: true }) }
  const left = (days: number) => daysFrom(dayAt(now), addDays(lastOn, days))
  return {
    placement: { ...placement, scale: placement.scale ?? defaultScale },
    evaluated,
    lines: composite(evaluated),
    open: open.map((it) => ({ id: it.id, author: it.author, slug: it.slug, dueOn: it.dueOn })),
    owes: open.find((it) => it.authorId === me.personId && !isMidpoint(it.slug))?.id ?? null,
    signed,
    concerns,
    narrative: placement.narrative ?? draftNarrative(evaluated, rotation),
    due: { aimOn: addDays(lastOn, rules.aim), limitOn: addDays(lastOn, rules.limit), ...leftOf(left, rules) },
  }
}

const leftOf = (left: (days: number) => number, { aim, limit }: { aim: number; limit: number }) => ({
  toAim: left(aim),
  toLimit: left(limit),
})

type Facts = Awaited<ReturnType<typeof gradeFacts>>

async function graded(tx: Tx, me: Person, placementId: string) {
  const [it] = await tx
    .select({ studentId: placements.studentId, status: placements.status, id: grades.id, gradeStatus: grades.status })
    .from(placements)
    .leftJoin(grades, eq(grades.placementId, placements.id))
    .where(eq(placements.id, placementId))
  if (!it || !may(me, 'grade.read', { studentId: it.studentId, status: 'drafted' })) throw notFound()
  insist(me, 'grade.sign', it)
  return it
}

type Draft = { grade?: string | null; narrative?: string | null }
type Kept = { id: string; placementId: string }

/** Keeps a draft; what was signed stands until it is signed anew. */
export function saveGrade(me: Person, placementId: string, { grade, narrative }: Draft, now = programNow()) {
  return write(async (tx) => {
    const { id } = await graded(tx, me, placementId)
    await keep(tx, me, { id: id ?? newId(), placementId, grade, narrative }, now)
  })
}

function keep(tx: Tx, me: Person, { grade = null, narrative = null, ...it }: Draft & Kept, now: Date) {
  const set = { grade, narrative, updatedAt: now, updatedById: me.personId }
  const row = { ...it, status: 'drafted' as const, ...set }
  return tx.insert(grades).values(row).onConflictDoUpdate({ target: grades.placementId, set })
}

type Signing = { grade: string; narrative: string; reason?: string; after: number }

/**
 * Signs the version after `after`, releases what waited for the grade and tells the student, without the grade.
 * A second tap changes nothing. Throws 409 before the rotation has ended and to whoever stated a conflict.
 */
export function signGrade(me: Person, placementId: string, { reason, after, ...it }: Signing, now = programNow()) {
  return write(async (tx) => {
    const [found, hasConflict] = await together([graded(tx, me, placementId), statesConflict(tx, me, placementId)])
    const { studentId, gradeStatus } = found
    const id = found.id ?? newId()
    if (found.status !== 'completed') throw conflict('The grade can be signed once the rotation has ended.')
    if (hasConflict) throw conflict('You stated a conflict with this student: somebody else signs.')
    const signed = { gradeId: id, version: after + 1, ...it, reason, signedById: me.personId, signedAt: now }
    const [, written, [student]] = await tx.batch([
      keep(tx, me, { id, placementId, ...it }, now),
      tx.insert(signedGrades).values(signed).onConflictDoNothing().returning(),
      addressesOf(tx, [studentId]),
    ])
    if (written.length === 0) return
    const step = after === 0 ? 'sign' : 'correct'
    const subject = { id, status: gradeStatus ?? 'drafted', studentId }
    const moving = { table: grades, kind: 'grade', workflow: gradeWorkflow, step, it: subject, note: reason }
    await together([
      move(tx, me, moving, now),
      releaseByGrade(tx, me, placementId, now),
      student && post(tx, gradeSigned(student, placementId, after + 1), now),
    ])
  })
}

async function statesConflict(tx: Tx, me: Person, placementId: string): Promise<boolean> {
  const [stated] = await tx
    .select({ id: evaluations.id })
    .from(evaluations)
    .innerJoin(placements, and(eq(placements.id, placementId), eq(placements.studentId, evaluations.subjectId)))
    .where(and(eq(evaluations.authorId, me.personId), eq(evaluations.declinedFor, 'conflict')))
  return Boolean(stated)
}
