import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { cancelPlacement } from '#app/assign/endings.server'
import { askWhatIsDue, isAskingDue } from '#app/evaluate/asking.server'
import { expireEvaluations, isExpiryDue } from '#app/evaluate/closing.server'
import { daysTogether } from '#app/evaluate/days-together.server'
import { isOnRung, remindEvaluators, remindNow } from '#app/evaluate/reminders.server'
import { declineEvaluation } from '#app/evaluate/signatures.server'
import { instantOn } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { attendings, type Member, residents, staff, students } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import '#app/follows.server'
import { seededDatabase } from '#tests/support/database'
import { postedNow } from '#tests/support/outbox'
import { refusalOf } from '#tests/support/refusal'

const at = (day: string, time = '18:00') => instantOn(day, time)
const about = async (student: Member, author?: Member) =>
  (await read.query.evaluations.findMany()).filter(
    (it) => it.subjectId === student.personId && (!author || it.authorId === author.personId),
  )
const messages = async (kind: string) => (await read.query.messages.findMany()).filter((it) => it.kind === kind)

beforeEach(seededDatabase)

describe('days together', () => {
  test('are the weekdays of the pairings, each once, without holidays and days away', () => {
    const paired = [
      { firstOn: '2026-11-20', lastOn: '2026-11-27' },
      { firstOn: '2026-11-27', lastOn: '2026-11-30' },
    ]
    const away = [{ firstOn: '2026-11-24', lastOn: '2026-11-24' }]
    expect(daysTogether(paired, away, ['2026-11-26'])).toEqual([
      '2026-11-20',
      '2026-11-23',
      '2026-11-25',
      '2026-11-27',
      '2026-11-30',
    ])
  })
})

describe('who is asked follows the pairing', () => {
  test('a resident, on the last day with the student, due a week after the rotation', async () => {
    expect(await about(students.weiss, residents.raman)).toEqual([])
    await askWhatIsDue(at('2026-11-26'))
    expect(await about(students.weiss, residents.raman)).toEqual([])
    await askWhatIsDue(at('2026-11-27'))
    expect(await about(students.weiss, residents.raman)).toMatchObject([{ status: 'requested', dueOn: '2026-12-25' }])
    expect(await about(students.weiss, residents.okafor)).toEqual([])
  })

  test('nobody twice, however often the job runs', async () => {
    expect(await isAskingDue(at('2026-12-18'))).toBe(true)
    const asked = await askWhatIsDue(at('2026-12-18'))
    expect(asked).toBeGreaterThan(3)
    const before = await read.query.evaluations.findMany()
    expect(await askWhatIsDue(at('2026-12-18'))).toBe(0)
    expect(await askWhatIsDue(at('2026-12-21'))).toBe(0)
    expect(await isAskingDue(at('2026-12-21'))).toBe(false)
    expect(await read.query.evaluations.findMany()).toEqual(before)
    expect((await postedNow('evaluation.asked')).length).toBeLessThanOrEqual(asked)
  })

  test('nobody who had fewer than three days, absences counted', async () => {
    const row = { kind: 'vacation', status: 'approved' as const, firstOn: '2026-12-01', lastOn: '2026-12-10' }
    await write((tx) => tx.insert(t.absences).values({ ...row, personId: residents.brandt.personId }))
    await askWhatIsDue(at('2026-12-18'))
    expect(await about(students.weiss, residents.brandt)).toEqual([])
    expect(await about(students.weiss, residents.okafor)).toHaveLength(1)
  })

  test('nobody by a pairing that is still a draft', async () => {
    await write((tx) =>
      tx.update(t.pairings).set({ status: 'draft' }).where(eq(t.pairings.supervisorId, residents.okafor.personId)),
    )
    await askWhatIsDue(at('2026-12-18'))
    expect(await about(students.weiss, residents.okafor)).toEqual([])
  })

  test('the attending of record: for the midpoint from the first day, for the rating on the last', async () => {
    const lead = async (who: 'lindholm' | 'novak', { personId: attendingId }: Member) => {
      const row = { placementId: placement(who), attendingId }
      const target = t.attendingsOfRecord.placementId
      await write((tx) => tx.insert(t.attendingsOfRecord).values(row).onConflictDoUpdate({ target, set: row }))
    }
    await lead('novak', attendings.faraj)
    await lead('lindholm', attendings.bauer)
    await askWhatIsDue(at('2027-01-04', '08:00'))
    expect(await about(students.novak)).toMatchObject([{ questionnaireId: 'midpoint-1', dueOn: '2027-01-15' }])
    await askWhatIsDue(at('2027-01-18', '08:00'))
    const twoWeeks = { questionnaireId: 'midpoint-two-weeks-1', dueOn: '2027-01-22' }
    expect(await about(students.lindholm, attendings.bauer)).toMatchObject([twoWeeks])
    await askWhatIsDue(at('2027-01-29'))
    const asked = await about(students.lindholm, attendings.bauer)
    expect(asked.map((it) => [it.questionnaireId, it.dueOn])).toContainEqual(['attending-on-student-1', '2027-02-05'])
  })

  test('nobody who stated a conflict with the student', async () => {
    const [midpoint] = await about(students.weiss, attendings.faraj)
    await declineEvaluation(attendings.faraj, midpoint.id, 'conflict', demoStartsAt)
    await askWhatIsDue(at('2026-12-18'))
    expect(await about(students.weiss, attendings.faraj)).toHaveLength(1)
  })

  test('a cancelled rotation closes its open forms', async () => {
    await cancelPlacement(staff.whitlock, placement('weiss'), 'The service closes.', demoStartsAt)
    expect(await about(students.weiss, attendings.faraj)).toMatchObject([{ status: 'expired' }])
    await askWhatIsDue(at('2026-12-18'))
    expect((await about(students.weiss)).filter((it) => it.status !== 'expired')).toEqual([])
  })

  test('a form that nobody sent closes after the grade’s outer limit', async () => {
    expect(await isExpiryDue(at('2026-12-04'))).toBe(false)
    expect(await isExpiryDue(at('2026-12-05'))).toBe(true)
    await expireEvaluations(at('2026-12-05'))
    expect((await about(students.marsh, residents.brandt)).map((it) => it.status)).toEqual(['expired'])
    expect((await about(students.kimura, residents.brandt)).map((it) => it.status)).toEqual(['requested'])
  })
})

describe('reminders', () => {
  test('climb the due day, seven and fourteen days later', () => {
    const days = Array.from({ length: 31 }, (_, n) => `2026-10-${String(n + 1).padStart(2, '0')}`)
    let remindedOn: string | null = null
    const sent = days.filter((day) => {
      const is = isOnRung({ dueOn: '2026-10-05', remindedOn }, day)
      if (is) remindedOn = day
      return is
    })
    expect(sent).toEqual(['2026-10-05', '2026-10-12', '2026-10-19'])
  })

  test('are one message an evaluator that lists all that is owed, and one to the clerkship director', async () => {
    await remindEvaluators(demoStartsAt)
    await remindEvaluators(at('2026-11-24', '23:00'))
    const [owed, ...more] = await messages('evaluation.owed')
    expect(more).toEqual([])
    expect(owed).toMatchObject({ toAddress: residents.brandt.email, subject: '2 evaluations waiting for you' })
    expect(owed.text).toMatch(/Theo Marsh[\s\S]*Hana Kimura/)
    expect((await messages('evaluation.late')).map((it) => it.toAddress)).toEqual([attendings.duarte.email])
  })

  test('send no rung twice and none late: a simulated month', async () => {
    for (let day = 24; day <= 30; day++) await remindEvaluators(at(`2026-11-${day}`, '09:00'))
    for (let day = 1; day <= 20; day++) await remindEvaluators(at(`2026-12-${String(day).padStart(2, '0')}`, '09:00'))
    const sent = (await messages('evaluation.owed')).filter((it) => it.toAddress === residents.raman.email)
    expect(sent.map((it) => it.createdAt)).toEqual(
      ['2026-11-27', '2026-12-04', '2026-12-11'].map((day) => at(day, '09:00')),
    )
  })

  test('by hand go out at most once a day, and only by staff', async () => {
    expect(await remindNow(staff.whitlock, [attendings.chen.personId], demoStartsAt)).toBe(1)
    expect(await remindNow(staff.whitlock, [attendings.chen.personId], demoStartsAt)).toBe(0)
    expect(await refusalOf((async () => remindNow(residents.okafor, [], demoStartsAt))())).toMatch(/^403/)
  })
})
