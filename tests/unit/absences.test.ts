import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addAbsence, enterAbsence, removeAbsence, saveAbsence } from '#app/program/absence-changes.server'
import { absenceForm, newAbsenceForm } from '#app/program/absence-form.server'
import { absenceRecord, listAbsences } from '#app/program/absences.server'
import { readPersonSchedule } from '#app/program/schedule.server'
import { undoChange } from '#app/program/undo.server'
import { changeText } from '#app/workflow/change'
import { changesOf } from '#app/workflow/changes.server'
import { typedDate } from '#app/workflow/civil-date.server'
import { read } from '#db/client'
import { absences } from '#db/schema/index'
import { attendings, residents, staff, students } from '#db/seed/cast'
import { seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock, pierce } = staff
const { brandt, raman } = residents

beforeEach(() => seededDatabase())

const entered = (firstOn: string, lastOn: string, more: Record<string, unknown> = {}) => ({
  ...{ version: 0, firstOn: typedDate(firstOn), lastOn: typedDate(lastOn), kind: 'Meeting', status: 'approved' },
  ...more,
})
const of = (personId: string, firstOn: string, lastOn: string, more?: Record<string, unknown>) =>
  newAbsenceForm.parse({ ...entered(firstOn, lastOn, more), personId })
const days = async (personId: string) =>
  (await read.select().from(absences).where(eq(absences.personId, personId))).map(({ firstOn }) => firstOn).sort()
const told = async () => (await changesOf('absence'))[0].changes?.map(changeText)
const newest = async () => (await changesOf('absence'))[0].id

describe('a coordinator', () => {
  test('enters that a resident is away: it stands in the list and in the schedule, and is undone', async () => {
    const before = await days(brandt.personId)
    expect(await enterAbsence(whitlock, of(brandt.personId, '2027-02-01', '2027-02-03'), now)).toMatchObject({
      refused: undefined,
      undo: { action: expect.stringContaining('/undo') },
    })
    const { still, of: one } = await listAbsences(whitlock, brandt.personId, now)
    expect(one?.name).toBe('Elias Brandt')
    expect(still).toContainEqual(expect.objectContaining({ firstOn: '2027-02-01', kind: 'Meeting', paired: [] }))
    const { absences: shown } = await readPersonSchedule(brandt, '2026-27', brandt.personId, now)
    expect(shown).toContainEqual(expect.objectContaining({ firstOn: '2027-02-01' }))
    expect(await told()).toEqual(['Elias Brandt away February\u00a01\u00a0–\u00a03, 2027, Meeting added'])
    expect(await undoChange(whitlock, await newest(), now)).toBe('/absences')
    expect(await days(brandt.personId)).toEqual(before)
  })

  test('changes the days and how it stands, and puts back what stood before', async () => {
    const [{ id }] = (await listAbsences(whitlock, attendings.eriksen.personId, now)).still
    const form = absenceForm.parse(entered('2027-03-16', '2027-03-19'))
    expect(await saveAbsence(whitlock, id, form, now)).toBeUndefined()
    expect((await absenceRecord(whitlock, id)).absence).toMatchObject({ firstOn: { day: '16' }, status: 'approved' })
    expect((await told())?.[0]).toMatch(/First day: March.15, 2027 → March.16, 2027$/)
    await undoChange(pierce, await newest(), now)
    expect((await absenceRecord(whitlock, id)).absence).toMatchObject({ firstOn: { day: '15' }, status: 'asked' })
  })

  test('removes one, and the undo puts it back as it was', async () => {
    const [row] = (await listAbsences(whitlock, brandt.personId, now)).still
    await removeAbsence(whitlock, row.id, now)
    expect(await refusalOf(absenceRecord(whitlock, row.id))).toMatch(/^404/)
    await undoChange(whitlock, await newest(), now)
    expect((await listAbsences(whitlock, brandt.personId, now)).still[0]).toEqual(row)
  })

  test('does not enter the same days twice, however many press at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 8 }, () => enterAbsence(whitlock, of(brandt.personId, '2027-02-01', '2027-02-03'), now)),
    )
    expect(all.filter(({ refused }) => !refused)).toHaveLength(1)
    const { refused } = await enterAbsence(whitlock, of(brandt.personId, '2027-02-03', '2027-02-09'), now)
    expect(refused).toEqual({
      fields: { firstOn: 'Elias Brandt is away already February\u00a01\u00a0–\u00a03, 2027, Meeting' },
    })
  })

  test('is told what the other changed meanwhile', async () => {
    const [{ id }] = (await listAbsences(whitlock, brandt.personId, now)).still
    await saveAbsence(pierce, id, absenceForm.parse(entered('2027-02-01', '2027-02-03')), now)
    const late = await saveAbsence(whitlock, id, absenceForm.parse(entered('2027-02-08', '2027-02-09')), now)
    expect(late).toMatchObject({ since: { by: 'Joel Pierce', version: 1 } })
  })

  test('is asked once when a published pairing loses its supervisor, and finds it in the list', async () => {
    const away = (more: Record<string, unknown> = {}) => of(raman.personId, '2026-11-24', '2026-11-25', more)
    const { refused } = await enterAbsence(whitlock, away(), now)
    expect(refused).toMatchObject({ fields: { isConfirmed: expect.stringMatching(/lose.*: Jonah Weiss, November/) } })
    expect(await enterAbsence(whitlock, away({ status: 'asked' }), now)).toMatchObject({ refused: undefined })
    const asked = (await listAbsences(whitlock, raman.personId, now)).still[0]
    expect(asked.paired).toEqual([])
    const approve = (isConfirmed: boolean) =>
      absenceForm.parse(entered('2026-11-24', '2026-11-25', { version: 1, isConfirmed }))
    expect(await saveAbsence(whitlock, asked.id, approve(false), now)).toMatchObject({
      fields: { isConfirmed: expect.any(String) },
    })
    expect(await saveAbsence(whitlock, asked.id, approve(true), now)).toBeUndefined()
    const { blockId } = (await listAbsences(whitlock, raman.personId, now)).still[0].paired[0]
    expect(blockId).toMatch(/^[0-9a-f]{20}$/)
    const fewer = absenceForm.parse(entered('2026-11-25', '2026-11-25', { version: 2 }))
    expect(await saveAbsence(whitlock, asked.id, fewer, now)).toBeUndefined()
    expect((await listAbsences(whitlock, raman.personId, now)).still[0].paired).toMatchObject([
      { student: 'Jonah Weiss', firstOn: '2026-11-25', lastOn: '2026-11-25' },
    ])
  })
})

test('nobody else enters absences, and none of a person who has no schedule', async () => {
  const form = of(brandt.personId, '2027-02-01', '2027-02-03')
  expect(await refusalOf(enterAbsence(brandt, form, now))).toMatch(/^403/)
  expect(await refusalOf(listAbsences(attendings.bauer, null, now))).toMatch(/^403/)
  const strangers = of(students.park.personId, '2027-02-01', '2027-02-03')
  expect(await refusalOf(addAbsence(whitlock, strangers, now, 'f'.repeat(20)))).toMatch(/^404/)
})

test('days out of order, more than a year, and no reason are explained under their fields', () => {
  const wrong = newAbsenceForm.safeParse(entered('2027-02-03', '2027-02-01', { kind: ' ', personId: '' }))
  expect(wrong.error?.issues.map(({ message }) => message).sort()).toEqual([
    'Enter why they are away',
    'Select a person',
    'The last day must not be before the first',
  ])
  const long = absenceForm.safeParse(entered('2027-02-03', '2028-06-01'))
  expect(long.error?.issues.map(({ message }) => message)).toEqual(['Enter at most one year at once'])
})
