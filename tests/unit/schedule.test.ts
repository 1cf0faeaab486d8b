import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { type Duty, enter, isUnchanged, type Range } from '#app/program/duty-range.server'
import { saveEntry } from '#app/program/duty-writing.server'
import { entryForm } from '#app/program/entry-form.server'
import { cellsOf, type OnDuty, pgyIn } from '#app/program/schedule'
import { readPersonSchedule, readSchedule } from '#app/program/schedule.server'
import { previewEntry } from '#app/program/schedule-entry.server'
import { undoChange } from '#app/program/undo.server'
import { changesOf } from '#app/workflow/changes.server'
import { addDays, daysBetween } from '#app/workflow/day.server'
import { read } from '#db/client'
import { duties, pairings } from '#db/schema/index'
import { attendings, residents, staff, students } from '#db/seed/cast'
import { service } from '#db/seed/program'
import { seededDatabase } from '#tests/support/database'
import fc from '#tests/support/property'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock, pierce } = staff
const { haddad, brandt, castell } = residents
const [P, N, E] = [service('peripheral'), service('neuro'), service('elective')]

describe('a range that is entered', () => {
  const first = '2026-07-01'
  const day = fc.integer({ min: 0, max: 59 }).map((n) => addDays(first, n))
  const span = fc.tuple(day, day).map(([a, b]) => (a <= b ? { firstOn: a, lastOn: b } : { firstOn: b, lastOn: a }))
  const services = fc.constantFrom('P', 'N', 'E')
  const range = fc
    .record({ span, serviceId: fc.option(services) })
    .map(({ span, serviceId }): Range => ({ personId: 'one', kind: 'duty', serviceId, ...span }))
  let n = 0
  const newId = () => `new-${n++}`
  const put = (all: Duty[], range: Range) => {
    const { before, after } = enter(all, range, newId)
    return [...all.filter((duty) => !before.includes(duty)), ...after]
  }
  const on = (all: Duty[], day: string) =>
    all.filter((it) => it.personId === 'one' && it.firstOn <= day && day <= it.lastOn).map((it) => it.serviceId)

  test('stands on each of its days and leaves every other day as it was', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), range, (earlier, last) => {
        const all = earlier.reduce(put, [])
        const result = put(all, last)
        for (const day of daysBetween(first, addDays(first, 59))) {
          const isInside = last.firstOn <= day && day <= last.lastOn
          expect(on(result, day)).toEqual(isInside ? (last.serviceId ? [last.serviceId] : []) : on(all, day))
        }
        expect(new Set(result.map(({ id }) => id)).size).toBe(result.length)
      }),
    )
  })

  test('grows together with the same duty beside it, so that no two neighbors are alike', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), (ranges) => {
        const result = ranges.reduce(put, [])
        for (const duty of result) {
          const next = result.find((it) => it.firstOn === addDays(duty.lastOn, 1))
          if (next) expect(next.serviceId).not.toBe(duty.serviceId)
        }
      }),
    )
  })

  test('entered twice changes nothing the second time, and undone gives the rows of before', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 8 }), range, (earlier, last) => {
        const all = earlier.reduce(put, [])
        const once = put(all, last)
        expect(isUnchanged(enter(once, last, newId))).toBe(true)
        const { before, after } = enter(all, last, newId)
        const entered = [...all.filter((duty) => !before.includes(duty)), ...after]
        const undone = [...entered.filter((duty) => !after.includes(duty)), ...before]
        expect(new Set(undone)).toEqual(new Set(all))
      }),
    )
  })

  test('takes a week of the rota from whoever had it, and nobody’s other duties', () => {
    const week = { serviceId: 'P', kind: 'consult week' as const, firstOn: '2026-07-06', lastOn: '2026-07-12' }
    const all: Duty[] = [
      { id: 'a', personId: 'two', ...week },
      { id: 'b', personId: 'two', ...week, kind: 'duty' },
      { id: 'c', personId: 'three', ...week, serviceId: 'N', kind: 'stroke week' },
    ]
    const result = put(all, { personId: 'one', ...week })
    expect(result.map(({ id, personId }) => [id, personId])).toEqual([
      ['b', 'two'],
      ['c', 'three'],
      [expect.stringContaining('new-'), 'one'],
    ])
  })
})

describe('the grid', () => {
  const months = [
    { firstOn: '2026-07-01', lastOn: '2026-07-31' },
    { firstOn: '2026-08-01', lastOn: '2026-08-31' },
    { firstOn: '2026-09-01', lastOn: '2026-09-30' },
  ]
  const served = (letter: string) => ({ id: letter, name: letter, letter, tone: 'info' as const })
  const duty = (letter: string, firstOn: string, lastOn: string): OnDuty => ({
    ...{ id: firstOn, personId: 'one', kind: 'duty', service: served(letter), firstOn, lastOn },
  })

  test('joins whole months, and shows a hand-over inside a month with its days', () => {
    const own = [duty('D', '2026-07-01', '2026-09-13'), duty('M', '2026-09-14', '2026-09-27')]
    const cells = cellsOf(own, months, (day) => addDays(day, 1))
    expect(cells.map((cell) => cell.months)).toEqual([2, 1])
    expect(cells[1].stretches.map((it) => [it.service?.letter ?? null, it.firstOn, it.lastOn])).toEqual([
      ['D', '2026-09-01', '2026-09-13'],
      ['M', '2026-09-14', '2026-09-27'],
      [null, '2026-09-28', '2026-09-30'],
    ])
  })

  test('counts a resident’s year from the year it was set in', () => {
    expect(pgyIn('2027-07-01', { pgy: 2, pgyFrom: '2026-07-01' })).toBe(3)
    expect(pgyIn('2026-07-01', { pgy: null, pgyFrom: null })).toBeNull()
  })
})

describe('the demo year', () => {
  beforeEach(() => seededDatabase())

  test('gives every resident what the curriculum asks, and both totals', async () => {
    const { residents, totals, legend } = await readSchedule(brandt, '2026-27', now)
    expect(residents).toHaveLength(12)
    expect(residents.filter((it) => !it.isAsAsked).map((it) => [it.name, it.compared])).toEqual([])
    expect(totals.map(({ asked, planned }) => [asked, planned])).toEqual([
      [7.5, 7.5],
      [4.5, 4.5],
    ])
    expect(new Set(legend.map(({ letter }) => letter)).size).toBe(legend.length)
  })

  test('tells what is done by today, and who has which week', async () => {
    const { compared } = await readPersonSchedule(brandt, '2026-27', brandt.personId, now)
    const ir = compared.find((it) => it.service.name === 'Peripheral IR')
    expect(ir).toMatchObject({ asked: 20, planned: 20, done: 10 })
    const { rota } = await readSchedule(whitlock, '2026-27', now)
    const week = rota.find((it) => it.isNow)
    expect([week?.consult, week?.stroke].map((it) => it?.map(({ name }) => name))).toEqual([['Dr. Faraj'], ['Dr. Ito']])
  })

  test('is read by staff and teachers, and by no student', async () => {
    expect(await refusalOf(readSchedule(students.park, '2026-27', now))).toMatch(/^403/)
    expect(await refusalOf(readSchedule(whitlock, '2020-21', now))).toMatch(/^404/)
  })
})

describe('a coordinator', () => {
  beforeEach(() => seededDatabase())

  const typed = (personId: string, serviceId: string, from: string, to: string, kind = 'duty') => {
    const parts = (day: string) => {
      const [year, month, on] = day.split('-')
      return { year, month: String(Number(month)), day: String(Number(on)) }
    }
    return entryForm.parse({ personId, serviceId, kind, from: parts(from), to: parts(to) })
  }
  const inApril = () => typed(haddad.personId, E, '2027-04-01', '2027-04-30')
  const enterAs = async (me: typeof whitlock, form: ReturnType<typeof typed>, isConfirmed = false) =>
    saveEntry(me, form, { seen: (await previewEntry(me, form)).seen, isConfirmed }, now)
  const own = async (personId: string) => {
    const rows = await read
      .select()
      .from(duties)
      .where(and(eq(duties.personId, personId), eq(duties.kind, 'duty')))
    return rows.map((it) => [it.serviceId, it.firstOn, it.lastOn]).sort((a, b) => (a[1] < b[1] ? -1 : 1))
  }

  test('enters a range, sees it in the history, and undoes it', async () => {
    const before = await own(haddad.personId)
    const preview = await previewEntry(whitlock, inApril())
    expect(preview.before.map(({ what, firstOn, lastOn }) => [what, firstOn, lastOn])).toEqual([
      ['Elective', '2027-03-01', '2027-03-31'],
      ['Peripheral IR', '2027-04-01', '2027-06-30'],
    ])
    expect(await enterAs(whitlock, inApril())).toBeUndefined()
    expect(await own(haddad.personId)).toContainEqual([E, '2027-03-01', '2027-04-30'])
    const [change] = await changesOf('duties', haddad.personId)
    expect(change.changes).toEqual([
      { label: 'Noor Haddad, April\u00a01\u00a0–\u00a030, 2027', from: 'Peripheral IR', to: 'Elective' },
    ])
    await undoChange(whitlock, change.id, now)
    expect(await own(haddad.personId)).toEqual(before)
  })

  test('is told when somebody changed the same days after the preview', async () => {
    const { seen } = await previewEntry(whitlock, inApril())
    await enterAs(pierce, typed(haddad.personId, N, '2027-04-10', '2027-04-20'))
    const refused = await saveEntry(whitlock, inApril(), { seen, isConfirmed: false }, now)
    expect(refused).toMatchObject({ status: 409, fields: { '': expect.stringContaining('Somebody changed') } })
    expect(await own(haddad.personId)).toContainEqual([N, '2027-04-10', '2027-04-20'])
    const other = typed(brandt.personId, E, '2027-04-01', '2027-04-30')
    expect(await enterAs(whitlock, other)).toBeUndefined()
  })

  test('of ten who save what they saw at once, one is stored, and nobody has two duties on a day', async () => {
    const ranges = Array.from({ length: 10 }, (_, n) =>
      typed(haddad.personId, n % 2 ? N : E, '2027-04-05', `2027-04-${20 + n}`),
    )
    const seen = await Promise.all(ranges.map(async (form) => (await previewEntry(whitlock, form)).seen))
    const all = await Promise.all(
      ranges.map((form, at) => saveEntry(whitlock, form, { seen: seen[at], isConfirmed: false }, now)),
    )
    expect(all.filter((refused) => refused === undefined)).toHaveLength(1)
    const rows = await own(haddad.personId)
    for (const day of daysBetween('2026-07-01', '2027-06-30'))
      expect(
        rows.filter(([, first, last]) => first <= day && day <= last),
        day,
      ).toHaveLength(1)
  })

  test('cannot take the supervisor from a published pairing but by confirming it', async () => {
    const [pairing] = (await read.select().from(pairings)).filter(
      (it) => it.status === 'published' && it.lastOn >= '2026-11-25',
    )
    const away = typed(pairing.supervisorId, E, pairing.firstOn, pairing.lastOn)
    const before = await own(pairing.supervisorId)
    const refused = await enterAs(whitlock, away)
    expect(refused).toMatchObject({
      fields: { isConfirmed: expect.stringMatching(/lose their supervisor.*Jonah Weiss/) },
    })
    expect(await own(pairing.supervisorId)).toEqual(before)
    const { unsupervised } = await previewEntry(whitlock, away)
    expect(unsupervised).toMatchObject([{ student: 'Jonah Weiss' }])
    expect(await enterAs(whitlock, away, true)).toBeUndefined()
  })

  test('does not ask about pairings when the service stays or the days lie elsewhere', async () => {
    const [pairing] = (await read.select().from(pairings)).filter((it) => it.lastOn >= '2026-11-25')
    const later = typed(pairing.supervisorId, E, '2027-04-05', '2027-04-09')
    expect((await previewEntry(whitlock, later)).unsupervised).toEqual([])
    const same = typed(pairing.supervisorId, P, pairing.firstOn, pairing.lastOn)
    expect(await previewEntry(whitlock, same)).toMatchObject({ isUnchanged: true, unsupervised: [] })
    expect(await enterAs(whitlock, same)).toMatchObject({ fields: { '': expect.stringContaining('Nothing changes') } })
  })

  test('gives a consult week to another attending: both histories tell it, and the undo gives it back', async () => {
    const week = typed(attendings.gupta.personId, P, '2026-11-23', '2026-11-29', 'consult week')
    await enterAs(whitlock, week)
    const rota = async () => {
      const { rota } = await readSchedule(whitlock, '2026-27', now)
      return rota.find((it) => it.isNow)?.consult.map(({ name }) => name)
    }
    expect(await rota()).toEqual(['Dr. Gupta'])
    for (const { personId } of [attendings.gupta, attendings.faraj]) {
      const [change] = await changesOf('duties', personId)
      expect(change.changes).toMatchObject([{ from: 'Dr. Faraj', to: 'Dr. Gupta' }])
    }
    await undoChange(whitlock, (await changesOf('duties', attendings.gupta.personId))[0].id, now)
    expect(await rota()).toEqual(['Dr. Faraj'])
  })

  test('empties days, but no week of the rota', async () => {
    expect(await enterAs(whitlock, typed(castell.personId, 'none', '2027-02-01', '2027-02-28'))).toBeUndefined()
    const { cells } = (await readSchedule(whitlock, '2026-27', now)).residents.find((it) => it.id === castell.personId)!
    expect(cells.find((cell) => cell.firstOn === '2027-02-01')?.stretches[0].service).toBeNull()
    const said = entryForm.safeParse({ personId: castell.personId, serviceId: 'none', kind: 'stroke week' })
    expect(said.success).toBe(false)
  })

  test('alone enters ranges, of people and services that there are', async () => {
    expect(await refusalOf(previewEntry(attendings.adler, inApril()))).toMatch(/^403/)
    expect(await refusalOf(saveEntry(brandt, inApril(), { seen: '', isConfirmed: true }, now))).toMatch(/^403/)
    const stranger = typed(students.park.personId, E, '2027-04-01', '2027-04-30')
    expect(await refusalOf(previewEntry(whitlock, stranger))).toMatch(/^404/)
  })
})
