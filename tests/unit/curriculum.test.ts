import { beforeEach, describe, expect, test } from 'vitest'
import { monthsNumber, monthsOf, totalsOf, YEAR, years } from '#app/program/curriculum'
import { curriculumYear, readCurriculum, saveCurriculum } from '#app/program/curriculum.server'
import { curriculumForm } from '#app/program/curriculum-form.server'
import { undoChange } from '#app/program/undo.server'
import { changesOf } from '#app/workflow/changes.server'
import { attendings, staff } from '#db/seed/cast'
import { service } from '#db/seed/program'
import { seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock } = staff

beforeEach(() => seededDatabase())

describe('the curriculum', () => {
  test('asks 7.5 months of IR and clinical rotations in PGY 2 to 4, and 4.5 of intensive care in all', async () => {
    const { parts } = await readCurriculum()
    expect(totalsOf(parts)).toEqual({ clinical: 7.5, intensiveCare: 4.5 })
    expect(monthsOf(parts, ['imaging'], [2, 3, 4])).toBe(28.5)
  })

  test('fills every year, the internship with a month that is not named', async () => {
    const { parts, clinicYears } = await readCurriculum()
    for (const pgy of years) {
      const own = parts.filter((part) => part.pgy === pgy)
      expect(
        own.reduce((sum, { halfMonths }) => sum + halfMonths, 0),
        `PGY ${pgy}`,
      ).toBe(YEAR)
    }
    expect(parts.find((part) => part.service.name === 'General surgery')?.note).toBe('Not named in the brochure.')
    expect(clinicYears).toEqual([2, 3, 4, 5, 6])
  })

  test('is written in halves', () => {
    expect([0, 1, 2, 5, 20].map(monthsNumber)).toEqual(['0', '½', '1', '2½', '10'])
  })
})

describe('a coordinator', () => {
  const typed = async (months: number) => {
    const { items, version } = await curriculumYear(whitlock, '6')
    return { version, items: items.map((it, at) => (at === 0 ? { ...it, months } : it)) }
  }

  test('shortens a part, and the history tells by how much', async () => {
    expect(await saveCurriculum(whitlock, '6', curriculumForm.parse(await typed(9.5)), now)).toBeUndefined()
    const [change] = await changesOf('curriculum', '6')
    expect(change.changes).toEqual([{ label: 'Peripheral IR, months', from: '10', to: '9½' }])
    await undoChange(whitlock, change.id, now)
    expect((await curriculumYear(whitlock, '6')).items[0].months).toBe(10)
  })

  test('cannot ask more than twelve months of a year, nor quarters of a month', async () => {
    const said = async (months: number) =>
      curriculumForm.safeParse(await typed(months)).error?.issues.map(({ message }) => message)
    expect(await said(10.5)).toEqual(['These parts take more than the 12 months of a year: shorten or remove one'])
    expect(await said(0.25)).toContain('Enter months from 0.5 to 12 in halves, like 1.5')
  })

  test('names services that exist', async () => {
    const [known, unknown] = [service('neuro'), '0'.repeat(20)]
    for (const it of [{ serviceId: unknown }, { serviceId: known, orServiceId: unknown }]) {
      const items = [{ ...it, months: 1, kind: 'elective' }]
      const refused = await saveCurriculum(whitlock, '6', curriculumForm.parse({ version: 0, items }), now)
      expect(refused).toEqual({ fields: { items: 'Select a service for each part' } })
    }
  })

  test('alone changes it, in a year that there is', async () => {
    expect(await refusalOf(curriculumYear(attendings.adler, '6'))).toMatch(/^403/)
    expect(await refusalOf(curriculumYear(whitlock, '7'))).toMatch(/^404/)
    const part = { serviceId: service('neuro'), months: 1, kind: 'elective' }
    const form = curriculumForm.parse({ version: 0, items: [part] })
    expect(await refusalOf(saveCurriculum(attendings.adler, '6', form, now))).toMatch(/^403/)
  })
})
