import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { composite, draftNarrative } from '#app/evaluate/composite'
import { listFeedback } from '#app/evaluate/feedback.server'
import { countdown } from '#app/evaluate/grade'
import { findGrade, saveGrade, signGrade } from '#app/evaluate/grades.server'
import { shippedQuestionnaires } from '#app/evaluate/questionnaire'
import { declineEvaluation, signEvaluation } from '#app/evaluate/signatures.server'
import { may } from '#app/workflow/permissions'
import { rawDatabase, read } from '#db/client'
import * as t from '#db/schema/index'
import { attendings, type Member, residents, staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import '#app/follows.server'
import { seededDatabase } from '#tests/support/database'
import { postedNow } from '#tests/support/outbox'
import { refusalOf } from '#tests/support/refusal'

const marsh = placement('marsh')
const { duarte } = attendings
const signing = { grade: 'High Pass', narrative: 'Theo saw consults first.', after: 0 }
const items = shippedQuestionnaires[0].items
const counted = (history: string, days: number | null, comment = '', advice = '') => ({
  slug: 'resident-on-student' as const,
  items,
  answers: { history, comment, advice },
  days,
})

describe('the composite', () => {
  test('is the mean of an item weighted by days; "not seen" counts in nothing', () => {
    const lines = composite([counted('3', 9), counted('0', 3), counted('unseen', 20), counted('2', null)])
    const history = lines.find((it) => it.key === 'history')
    expect(history).toMatchObject({ evaluators: 3, lowest: 'I had to do it', highest: 'Student led, I only checked' })
    expect(history?.mean).toBeCloseTo((3 * 9 + 0 * 3 + 2 * 1) / 13)
    expect(lines.find((it) => it.key === 'imaging')).toMatchObject({ mean: null, evaluators: 0 })
  })

  test('the narrative quotes what may be quoted word for word, and never the advice', () => {
    const rotation = { student: 'Theo Marsh', service: 'peripheral IR', dates: 'September 28 – October 23, 2026' }
    const text = draftNarrative([counted('3', 9, 'Calm with families.', 'SECRET'), counted('2', 1, 'Quick.')], rotation)
    expect(text).toContain('A resident (9 days together): “Calm with families.”')
    expect(text).toContain('A resident (1 day together): “Quick.”')
    expect(text).toContain('Evaluated by 2 residents.')
    expect(text).not.toContain('SECRET')
  })

  test('the countdown says what is left', () => {
    expect([countdown(3, 17), countdown(0, 14), countdown(-4, 10), countdown(-14, 0), countdown(-15, -1)]).toEqual([
      'Due in 3 days',
      'Due today',
      '4 days late, 10 days to the limit',
      '14 days late, the limit is today',
      '1 day past the limit',
    ])
  })
})

describe('a grade', () => {
  beforeEach(seededDatabase)
  const versions = async () => {
    const [row] = await rawDatabase().select().from(t.grades).where(eq(t.grades.placementId, marsh))
    return row ? (await read.query.signedGrades.findMany()).filter((it) => it.gradeId === row.id) : []
  }

  test('is drafted, signed once however often it is tapped, and the student is told without it', async () => {
    await saveGrade(duarte, marsh, { grade: 'Pass', narrative: 'So far.' }, now)
    expect(await refusalOf(findGrade(students.marsh, marsh, now))).toMatch(/^404/)
    await Promise.all([1, 2, 3].map(() => signGrade(duarte, marsh, signing, now)))
    expect(await versions()).toMatchObject([{ version: 1, grade: 'High Pass' }])
    expect(await findGrade(students.marsh, marsh, now)).toMatchObject({
      face: 'student',
      signed: [{ grade: 'High Pass' }],
    })
    const mail = await postedNow('grade.signed')
    expect(mail.map((it) => it.toAddress)).toEqual([students.marsh.email])
    expect(`${mail[0].subject} ${mail[0].text} ${mail[0].html}`).not.toMatch(/High Pass|consults first/)
  })

  test('shows a student no draft that follows a signed one', async () => {
    await signGrade(duarte, marsh, signing, now)
    await saveGrade(duarte, marsh, { grade: 'Fail', narrative: 'Thinking.' }, now)
    expect(JSON.stringify(await findGrade(students.marsh, marsh, now))).not.toMatch(/Fail|Thinking/)
  })

  test('is corrected as a new version with its reason, the first kept', async () => {
    await signGrade(duarte, marsh, signing, now)
    await signGrade(duarte, marsh, { ...signing, grade: 'Honors', after: 1, reason: 'A late evaluation' }, now)
    expect((await versions()).map((it) => [it.version, it.grade, it.reason])).toEqual([
      [1, 'High Pass', null],
      [2, 'Honors', 'A late evaluation'],
    ])
    const [row] = await rawDatabase().select().from(t.grades).where(eq(t.grades.placementId, marsh))
    expect(row.status).toBe('corrected')
    await expect(rawDatabase().update(t.signedGrades).set({ grade: 'Fail' })).rejects.toThrow()
    await expect(rawDatabase().delete(t.signedGrades)).rejects.toThrow()
    expect(await versions()).toHaveLength(2)
  })

  test('sets free the evaluations that wait for it, also one that is signed later', async () => {
    const isRated = async () =>
      (await listFeedback(students.marsh)).feedback.filter((it) => it.slug !== 'midpoint').map((it) => it.slug)
    expect(await isRated()).toEqual([])
    await signGrade(duarte, marsh, signing, now)
    expect(await isRated()).toEqual(['attending-on-student'])
    const kimura = placement('kimura')
    const form = (await read.query.evaluations.findMany()).find(
      (it) => it.placementId === kimura && it.questionnaireId === 'attending-on-student-1',
    )!
    await signGrade(duarte, kimura, signing, now)
    const said = { conflict: 'no', days: '4', overall: '3', comment: 'Strong.' }
    await signEvaluation(attendings.chen, form.id, said, now)
    expect((await listFeedback(students.kimura)).feedback.map((it) => it.id)).toContain(form.id)
  })

  test('is not signed before the rotation has ended, nor by whoever stated a conflict', async () => {
    expect(await refusalOf(signGrade(duarte, placement('weiss'), signing, now))).toMatch(/^409 .*rotation has ended/)
    const row = { placementId: marsh, authorId: duarte.personId, subjectId: students.marsh.personId, id: 'conflict' }
    const questionnaireId = 'resident-on-student-1'
    await rawDatabase()
      .insert(t.evaluations)
      .values({ ...row, questionnaireId, status: 'requested', requestedAt: now, dueOn: '2026-10-30' })
    await declineEvaluation(duarte, 'conflict', 'conflict', now)
    expect(await refusalOf(signGrade(duarte, marsh, signing, now))).toMatch(/^409 You stated a conflict/)
    expect(await versions()).toEqual([])
  })

  const people: Member[] = [
    ...[staff.whitlock, staff.calloway, duarte, attendings.adler, attendings.bauer, attendings.chen],
    ...[residents.brandt, residents.haddad, students.marsh, students.vogel, students.kimura],
  ]
  test.each(people)('is shown to $name exactly as permissions say', async (me) => {
    for (const who of ['marsh', 'vogel', 'kimura'] as const) {
      const [row] = await rawDatabase()
        .select()
        .from(t.grades)
        .where(eq(t.grades.placementId, placement(who)))
      const it = { studentId: students[who].personId, status: row?.status ?? 'drafted' }
      const found = await refusalOf(findGrade(me, placement(who), now))
      if (may(me, 'grade.read', it)) expect(found).toMatchObject({ face: me === duarte ? 'director' : 'student' })
      else expect(found).toMatch(/^404/)
      if (me !== duarte) expect(await refusalOf(signGrade(me, placement(who), signing, now))).toMatch(/^40[34]/)
    }
  })
})
