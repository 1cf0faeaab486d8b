import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { raiseConcern } from '#app/evaluate/concerns.server'
import { findEvaluation, listEvaluations } from '#app/evaluate/evaluations.server'
import { listFeedback, markRead } from '#app/evaluate/feedback.server'
import { readableBy } from '#app/evaluate/readable.server'
import { releaseEvaluation } from '#app/evaluate/releases.server'
import { amendEvaluation, declineEvaluation, saveDraft, signEvaluation } from '#app/evaluate/signatures.server'
import { may } from '#app/workflow/permissions'
import { rawDatabase, read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { attendings, type Member, residents, staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import '#app/follows.server'
import { seededDatabase } from '#tests/support/database'
import { postedNow } from '#tests/support/outbox'
import { refusalOf } from '#tests/support/refusal'

const comment = 'Did well: saw the limb ischemia consult alone. Next time: call the primary team before rounds begin.'
const rated = { history: '2', presentation: '3', imaging: 'unseen', note: '2', technique: '1', after: '2' }
const answers = { conflict: 'no', days: '9', ...rated, comment, advice: 'Eat lunch.' }

const of = async (author: Member, student: Member, form = 'resident-on-student-1') =>
  (await read.query.evaluations.findMany()).find(
    (it) => it.authorId === author.personId && it.subjectId === student.personId && it.questionnaireId === form,
  )!
const versionsOf = async (id: string) =>
  (await read.query.signedAnswers.findMany()).filter((it) => it.evaluationId === id)
const eventsAbout = async (id: string) =>
  (await read.query.events.findMany()).filter((it) => it.subjectId === id).map((it) => it.step)

let marsh: Awaited<ReturnType<typeof of>>
beforeEach(async () => {
  await seededDatabase()
  marsh = await of(residents.brandt, students.marsh)
})

describe('filling', () => {
  test('starts with the days of the pairings and keeps every draft', async () => {
    expect(await findEvaluation(residents.brandt, marsh.id, now)).toMatchObject({ days: 9, left: -25, draft: null })
    await saveDraft(residents.brandt, marsh.id, { history: '1' }, now)
    await saveDraft(residents.brandt, marsh.id, { history: '1', comment: 'Did well' }, now)
    expect(await of(residents.brandt, students.marsh)).toMatchObject({
      status: 'drafted',
      draft: { history: '1', comment: 'Did well' },
    })
    expect(await eventsAbout(marsh.id)).toEqual(['ask', 'draft'])
  })

  test('is for its author alone', async () => {
    const others = [residents.haddad, attendings.duarte, staff.whitlock, students.marsh, attendings.adler]
    for (const me of others) {
      expect(await refusalOf(saveDraft(me, marsh.id, {}, now))).toMatch(/^404/)
      expect(await refusalOf(signEvaluation(me, marsh.id, answers, now))).toMatch(/^404/)
      expect(await refusalOf(declineEvaluation(me, marsh.id, 'contact', now))).toMatch(/^404/)
    }
  })

  test('a double tap on Send is one version', async () => {
    const taps = Array.from({ length: 10 }, () => signEvaluation(residents.brandt, marsh.id, answers, now))
    await Promise.all(taps)
    const [version, ...more] = await versionsOf(marsh.id)
    expect(more).toEqual([])
    expect(version).toMatchObject({ version: 1, days: 9, answers: { ...rated, comment, advice: 'Eat lunch.' } })
    expect(version.answers).not.toHaveProperty('conflict')
    expect(await of(residents.brandt, students.marsh)).toMatchObject({ status: 'signed', draft: null })
    expect(await eventsAbout(marsh.id)).toEqual(['ask', 'sign'])
  })

  test('nothing is edited after it was sent, declined or closed', async () => {
    await signEvaluation(residents.brandt, marsh.id, answers, now)
    expect(await refusalOf(saveDraft(residents.brandt, marsh.id, {}, now))).toMatch(/^409 This form is closed/)
    expect(await refusalOf(declineEvaluation(residents.brandt, marsh.id, 'contact', now))).toMatch(/^409/)
    const kimura = await of(residents.brandt, students.kimura)
    await declineEvaluation(residents.brandt, kimura.id, 'contact', now)
    expect(await refusalOf(signEvaluation(residents.brandt, kimura.id, answers, now))).toMatch(/^409/)
  })

  test('an amendment is a new version with its reason; the earlier one stands', async () => {
    await signEvaluation(residents.brandt, marsh.id, answers, now)
    const amended = { answers: { ...answers, history: '3' }, reason: 'I mixed up two consults', after: 1 }
    await Promise.all([1, 2, 3].map(() => amendEvaluation(residents.brandt, marsh.id, amended, now)))
    const versions = await versionsOf(marsh.id)
    expect(versions.map((it) => [it.version, it.answers.history, it.reason]).sort()).toEqual([
      [1, '2', null],
      [2, '3', 'I mixed up two consults'],
    ])
    expect(await refusalOf(amendEvaluation(residents.haddad, marsh.id, amended, now))).toMatch(/^404/)
  })

  test('signed answers refuse every change, whoever asks the database', async () => {
    await signEvaluation(residents.brandt, marsh.id, answers, now)
    const change = rawDatabase()
      .update(t.signedAnswers)
      .set({ days: 1 })
      .where(eq(t.signedAnswers.evaluationId, marsh.id))
    await expect(change).rejects.toThrow()
    await expect(
      rawDatabase().delete(t.signedAnswers).where(eq(t.signedAnswers.evaluationId, marsh.id)),
    ).rejects.toThrow()
    expect((await versionsOf(marsh.id))[0].days).toBe(9)
  })
})

describe('closing', () => {
  test('"I did not work with" closes the form and keeps nothing', async () => {
    await saveDraft(residents.brandt, marsh.id, { comment: 'half' }, now)
    await declineEvaluation(residents.brandt, marsh.id, 'contact', now)
    await declineEvaluation(residents.brandt, marsh.id, 'contact', now)
    expect(await of(residents.brandt, students.marsh)).toMatchObject({
      status: 'declined',
      declinedFor: 'contact',
      draft: null,
    })
  })

  test('a conflict closes every open form about the student, and nothing says more', async () => {
    await saveDraft(residents.brandt, marsh.id, { conflict: 'yes', comment: 'my cousin' }, now)
    await signEvaluation(residents.brandt, marsh.id, { conflict: 'yes' }, now)
    expect(await of(residents.brandt, students.marsh)).toMatchObject({
      status: 'declined',
      declinedFor: 'conflict',
      draft: null,
    })
    expect(await versionsOf(marsh.id)).toEqual([])
    const told = (await read.query.events.findMany()).filter((it) => it.subjectId === marsh.id && it.noteId)
    expect(told).toEqual([])
  })
})

/** One person a role; Dr. Duarte and Dr. Adler are attendings besides. */
const people: Member[] = [
  ...[staff.whitlock, staff.calloway, attendings.duarte, attendings.adler, attendings.bauer, attendings.chen],
  ...[residents.brandt, residents.haddad, residents.okafor, students.marsh, students.kimura, students.vogel],
]

describe('seeing', () => {
  const readable = async (me: Person) =>
    (await read.select({ id: t.evaluations.id }).from(t.evaluations).where(readableBy(me))).map(({ id }) => id).sort()

  test.each(people)('$name is given exactly the evaluations $name may read', async (me) => {
    const all = await read.query.evaluations.findMany()
    const mine = all.filter((it) => it.authorId === me.personId)
    const isRating = (it: (typeof all)[number]) => !it.questionnaireId.startsWith('midpoint')
    const expected = all.filter((it) => {
      const beside = mine.filter((own) => own.placementId === it.placementId && isRating(own))
      const owes = beside.some((own) => own.status === 'requested' || own.status === 'drafted')
      const signed = beside.some((own) => own.status === 'signed' && own.questionnaireId === 'attending-on-student-1')
      const isBesideMine = signed && it.questionnaireId === 'resident-on-student-1'
      const isOthers = it.authorId !== me.personId && it.subjectId !== me.personId
      return may(me, 'evaluation.read', { ...it, isBesideMine }) && !(owes && isOthers)
    })
    expect(await readable(me)).toEqual(expected.map(({ id }) => id).sort())
  })

  test('an attending reads the residents’ answers once their own are sent, not before', async () => {
    const residentsForm = await of(residents.haddad, students.kimura)
    const own = await of(attendings.chen, students.kimura, 'attending-on-student-1')
    expect(await refusalOf(findEvaluation(attendings.chen, residentsForm.id, now))).toMatch(/^404/)
    expect((await findEvaluation(attendings.chen, own.id, now)).beside).toEqual([])
    await signEvaluation(attendings.chen, own.id, { conflict: 'no', days: '4', overall: '2', comment: 'Strong.' }, now)
    expect((await findEvaluation(attendings.chen, own.id, now)).beside.map((it) => it.id)).toEqual([residentsForm.id])
    expect(await findEvaluation(attendings.chen, residentsForm.id, now)).toMatchObject({ author: 'Noor Haddad' })
  })

  test('a resident never reads another resident’s, nor a coordinator anybody’s', async () => {
    const form = await of(residents.haddad, students.kimura)
    for (const me of [residents.brandt, residents.okafor, staff.whitlock, staff.pierce, students.kimura])
      expect(await refusalOf(findEvaluation(me, form.id, now))).toMatch(/^404/)
  })

  test('the student reads the text, never a rating, and only once it is released', async () => {
    await signEvaluation(residents.brandt, marsh.id, answers, now)
    const seen = async () => (await listFeedback(students.marsh)).feedback.find((it) => it.id === marsh.id)
    expect(await seen()).toBeUndefined()
    await markRead(students.marsh, [marsh.id], now)
    expect((await of(residents.brandt, students.marsh)).readAt).toBeNull()
    for (const me of [residents.brandt, staff.whitlock, attendings.adler])
      expect(String(await refusalOf(releaseEvaluation(me, marsh.id, now)))).toMatch(/^40[34]/)
    await releaseEvaluation(attendings.duarte, marsh.id, now)
    await releaseEvaluation(attendings.duarte, marsh.id, now)
    const shown = await seen()
    expect(shown?.texts.map((it) => it.answer)).toEqual([comment, 'Eat lunch.'])
    expect(JSON.stringify(shown)).not.toMatch(/"(history|presentation|overall|days)"/)
    await markRead(students.marsh, [marsh.id], now)
    expect(await seen()).toMatchObject({ isRead: true })
    const told = await postedNow('feedback.released')
    expect(told.map((it) => it.toAddress)).toEqual([students.marsh.email])
  })

  test('midpoint feedback reaches the student at signature', async () => {
    const form = await of(attendings.faraj, students.weiss, 'midpoint-1')
    const said = { well: 'Consults.', improve: 'Notes.', plan: 'One note a day with me.' }
    await signEvaluation(attendings.faraj, form.id, said, now)
    const { feedback } = await listFeedback(students.weiss)
    expect(feedback.map((it) => it.texts.map((text) => text.answer))).toEqual([Object.values(said)])
  })

  test('a director who owes a rating of the rotation reads nobody else’s about it', async () => {
    const row = { ...(await of(attendings.chen, students.kimura, 'attending-on-student-1')) }
    const owed = { ...row, id: 'owed', authorId: attendings.duarte.personId }
    await rawDatabase().insert(t.evaluations).values(owed)
    const form = await of(residents.haddad, students.kimura)
    expect(await refusalOf(findEvaluation(attendings.duarte, form.id, now))).toMatch(/^404/)
    await declineEvaluation(attendings.duarte, 'owed', 'contact', now)
    expect(await findEvaluation(attendings.duarte, form.id, now)).toMatchObject({ id: form.id })
  })
})

test('a professionalism concern reaches the clerkship director, once, and no mail says what it is', async () => {
  await raiseConcern(residents.brandt, marsh.id, 'Left the ward during a consult.', now)
  await raiseConcern(residents.brandt, marsh.id, 'Left the ward during a consult.', now)
  expect(await read.query.professionalismConcerns.findMany()).toHaveLength(1)
  const mail = await postedNow('concern.raised')
  expect(mail.map((it) => it.toAddress)).toEqual([attendings.duarte.email])
  expect(mail[0].text).not.toMatch(/ward|Marsh/)
  expect(await refusalOf(raiseConcern(residents.okafor, marsh.id, 'x', now))).toMatch(/^404/)
})

test('what waits stands oldest first', async () => {
  const { owed, sent } = await listEvaluations(residents.brandt, now)
  expect(owed.map((it) => [it.subject, it.left])).toEqual([
    ['Theo Marsh', -25],
    ['Hana Kimura', 3],
  ])
  expect(sent.length).toBeGreaterThan(3)
})
