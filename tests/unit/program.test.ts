import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocksText, leftText } from '#app/program/opening'
import { findYear } from '#app/program/year.server'
import { addDays, daysBetween, daysFrom, weekdayOf } from '#app/workflow/day.server'
import { openDatabase, read } from '#db/client'
import * as schema from '#db/schema/index'
import { cast } from '#db/seed/cast'
import { demoStartsAt, seedDemo } from '#db/seed/index'
import { freshDatabase, leaveDatabase, seededFile } from '#tests/support/database'
import { brokenRules } from '#tests/support/invariants'

const all = async () => ({
  duties: await read.select().from(schema.duties),
  services: await read.select().from(schema.services),
  supervisors: await read.select().from(schema.supervisors),
  absences: await read.select().from(schema.absences),
  blocks: await read.select().from(schema.blocks),
  openings: await read.select().from(schema.openings),
  clerkships: await read.select().from(schema.clerkships),
  applications: await read.select().from(schema.applications),
  placements: await read.select().from(schema.placements),
})
let demo: Awaited<ReturnType<typeof all>>

beforeAll(async () => {
  openDatabase({ url: `file:${seededFile()}` })
  demo = await all()
})
afterAll(leaveDatabase)

const slugOf = (serviceId: string) => demo.services.find((it) => it.id === serviceId)?.slug as string
const blockOf = (name: string) => demo.blocks.find((it) => it.name === name) as (typeof demo.blocks)[number]
const isWeekday = (day: string) => weekdayOf(day) <= 5
const weekdaysOf = ({ firstOn, lastOn }: { firstOn: string; lastOn: string }) =>
  daysBetween(firstOn, lastOn).filter(isWeekday)
const covers = (span: { firstOn: string; lastOn: string }, day: string) => span.firstOn <= day && day <= span.lastOn

/** Calendar months of a duty; two weeks are half a month. */
function monthsOf({ firstOn, lastOn }: { firstOn: string; lastOn: string }): number {
  if (firstOn.slice(8) !== '01' || addDays(lastOn, 1).slice(8) !== '01') return (daysFrom(firstOn, lastOn) + 1) / 28
  const [first, last] = [firstOn, lastOn].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)))
  return last - first + 1
}

/** What the two residents of these years spend on these services: the mean of the two tracks. */
function monthsOn(pgys: number[], slugs: string[]): number {
  const residents = demo.supervisors.filter((it) => pgys.includes(it.pgy ?? 0))
  const spent = demo.duties.filter(
    (duty) =>
      duty.kind === 'duty' &&
      slugs.includes(slugOf(duty.serviceId)) &&
      residents.some((resident) => resident.personId === duty.personId),
  )
  return spent.reduce((sum, duty) => sum + monthsOf(duty), 0) / 2
}

describe('the curriculum', () => {
  test('residents spend 7.5 months on IR and clinical rotations in PGY 2 to 4', () => {
    expect(monthsOn([2, 3, 4], ['peripheral', 'neuro', 'micu', 'cicu'])).toBe(7.5)
  })
  test('residents spend 4.5 months in intensive care', () => {
    expect(monthsOn([1, 2, 3, 5], ['micu', 'cicu'])).toBe(4.5)
  })
  test('the rest of PGY 2 to 4 is diagnostic radiology, 28.5 of 36 months', () => {
    const days = daysBetween('2026-07-01', '2027-06-30').flatMap((day) =>
      demo.duties.filter((it) => it.kind === 'duty' && slugOf(it.serviceId) === 'diagnostic' && covers(it, day)),
    )
    expect(((days.length / 2) * 12) / 365).toBeCloseTo(28.5, 1)
  })
  test('residents spend 3 months on neuro IR, and 11 of 12 months of the internship are named', () => {
    expect(monthsOn([4, 5], ['neuro'])).toBe(3)
    expect(monthsOn([1], ['general-surgery'])).toBe(1)
  })
  test('every month has at least two residents of PGY 4 and up on peripheral IR', () => {
    const seniors = demo.supervisors.filter((it) => (it.pgy ?? 0) >= 4).map((it) => it.personId)
    for (let month = 0; month < 12; month++) {
      const day = `${month < 6 ? 2026 : 2027}-${String(((month + 6) % 12) + 1).padStart(2, '0')}-15`
      const there = demo.duties.filter(
        (it) => it.kind === 'duty' && slugOf(it.serviceId) === 'peripheral' && covers(it, day),
      )
      expect(there.filter((it) => seniors.includes(it.personId)).length, day).toBeGreaterThanOrEqual(2)
    }
  })
  test('every resident has a service on every day of the year', () => {
    for (const { personId } of demo.supervisors.filter((it) => it.kind === 'resident')) {
      const own = demo.duties.filter((it) => it.personId === personId && it.kind === 'duty')
      const counts = daysBetween('2026-07-01', '2027-06-30').map((day) => own.filter((it) => covers(it, day)).length)
      expect(new Set(counts)).toEqual(new Set([1]))
    }
  })
  test('residents take 20 weekdays of vacation, the two seniors never at once, nobody in the MICU weeks', () => {
    const away = (who: string) =>
      demo.absences.filter((it) => it.personId === who && it.kind === 'Vacation').flatMap(weekdaysOf)
    for (const { personId } of demo.supervisors.filter((it) => it.kind === 'resident')) {
      expect(away(personId)).toHaveLength(20)
      const micu = demo.duties.filter((it) => it.personId === personId && slugOf(it.serviceId) === 'micu')
      const short = micu.filter((it) => monthsOf(it) < 1).flatMap(weekdaysOf)
      expect(away(personId).filter((day) => short.includes(day))).toEqual([])
    }
    const [a, b] = [away(cast.haddad.personId), away(cast.brandt.personId)]
    expect(a.filter((day) => b.includes(day))).toEqual([])
  })
})

describe('the calendar', () => {
  test.each([
    ['1', '2026-07-06', '2026-07-31', '2026-07-17', '2026-05-07'],
    ['2', '2026-08-03', '2026-08-28', '2026-08-14', '2026-06-04'],
    ['3', '2026-08-31', '2026-09-25', '2026-09-11', '2026-07-02'],
    ['4', '2026-09-28', '2026-10-23', '2026-10-09', '2026-07-30'],
    ['5', '2026-10-26', '2026-11-20', '2026-11-06', '2026-08-27'],
    ['6', '2026-11-23', '2026-12-18', '2026-12-04', '2026-09-24'],
    ['7', '2027-01-04', '2027-01-29', '2027-01-15', '2026-11-05'],
    ['8', '2027-02-01', '2027-02-26', '2027-02-12', '2026-12-03'],
    ['9', '2027-03-01', '2027-03-26', '2027-03-12', '2026-12-31'],
    ['10', '2027-03-29', '2027-04-23', '2027-04-09', '2027-01-28'],
    ['11', '2027-04-26', '2027-05-21', '2027-05-07', '2027-02-25'],
    ['12', '2027-05-24', '2027-06-18', '2027-06-04', '2027-03-25'],
  ])('block %s runs %s to %s, turns after %s and closes on %s', (name, first, last, half, applyBy) => {
    expect(blockOf(name)).toMatchObject({ firstOn: first, lastOn: last, applyByOn: applyBy, partOfId: null })
    expect(blockOf(`${name}A`)).toMatchObject({ firstOn: first, lastOn: half, partOfId: blockOf(name).id })
    expect(blockOf(`${name}B`)).toMatchObject({ firstOn: addDays(half, 3), lastOn: last, partOfId: blockOf(name).id })
  })
  test('half 7B closes on November 19', () => {
    expect(blockOf('7B').applyByOn).toBe('2026-11-19')
  })
  test('the clerkships have 20 peripheral, 6 neuro and 12 elective seats; five are held for affiliates', () => {
    const seats = (kind: string, slug: string) =>
      demo.openings
        .filter((it) => demo.clerkships.find((one) => one.id === it.clerkshipId)?.kind === kind)
        .filter((it) => slugOf(it.serviceId) === slug)
        .reduce((sum, it) => sum + it.seats, 0)
    const held = demo.openings.filter((it) => it.heldSeats > 0)
    expect([seats('sub-internship', 'peripheral'), seats('sub-internship', 'neuro')]).toEqual([20, 6])
    expect(seats('elective', 'peripheral')).toBe(12)
    expect(held.map((it) => demo.blocks.find((block) => block.id === it.blockId)?.name).sort()).toEqual([
      '10',
      '10B',
      '11A',
      '2',
      '9A',
    ])
    expect(held.find((it) => it.blockId === blockOf('10').id)?.heldUntilOn).toBe('2026-12-29')
  })
  test('the week of November 23 is the consult week of P6', () => {
    const week = demo.duties.find((it) => it.kind === 'consult week' && covers(it, '2026-11-24'))
    expect(week?.personId).toBe(cast.faraj.personId)
  })
  test('attendings hold 22 half-days of clinic on peripheral IR', async () => {
    const peripheral = demo.supervisors.filter((it) => it.division === 'peripheral').map((it) => it.personId)
    const clinics = await read.select().from(schema.clinics)
    expect(clinics.filter((it) => peripheral.includes(it.personId))).toHaveLength(22)
  })
})

describe('the 44 applications', () => {
  const counts = (rows: { status: string }[]) =>
    Object.fromEntries(
      [...new Set(rows.map((it) => it.status))]
        .sort()
        .map((status) => [status, rows.filter((it) => it.status === status).length]),
    )
  test('stand as the demo year says', () => {
    expect(counts(demo.applications)).toEqual({
      draft: 3,
      submitted: 5,
      returned: 2,
      eligible: 5,
      waitlisted: 3,
      'not offered': 3,
      withdrawn: 3,
      placed: 20,
    })
    expect(counts(demo.placements)).toEqual({
      draft: 1,
      offered: 2,
      accepted: 2,
      confirmed: 3,
      completed: 15,
      declined: 1,
      lapsed: 1,
      withdrawn: 1,
    })
  })
  test('each was sent before its dates closed and after they opened', async () => {
    const choices = await read.select().from(schema.choices)
    for (const { id, sentAt } of demo.applications.filter((it) => it.sentAt)) {
      const wished = choices
        .filter((it) => it.applicationId === id)
        .map((it) => demo.blocks.find((b) => b.id === it.blockId))
      for (const block of wished) {
        expect(block && sentAt && sentAt.toISOString().slice(0, 10) <= addDays(block.applyByOn, 1)).toBe(true)
      }
    }
  })
})

test('no rule of the program is broken anywhere in the year', async () => {
  expect(await brokenRules(demoStartsAt)).toEqual([])
})

test('the public pages count 3 seats left for the sub-internship and 9 for the elective', async () => {
  const { openings, today, deadlines } = await findYear(demoStartsAt)
  const left = (kind: string) =>
    leftText(
      openings.filter((it) => it.kind === kind),
      today,
    )
  expect(left('sub-internship')).toBe('3 seats are left this year, in blocks\u00a010–12.')
  expect(left('elective')).toContain('9 seats are left')
  expect(deadlines.map(({ on }) => on)).toEqual(['2026-12-03', '2026-12-31', '2027-01-28', '2027-02-01'])
  expect(blocksText(['1', '2', '3', '4', '7', '8'])).toBe('blocks\u00a01–4, 7, and 8')
})

/** A row without what is drawn anew each time: the school's link, its hash, and the message that carries it. */
function asSeeded(row: Record<string, unknown>): Record<string, unknown> {
  const { tokenHash: _, ...rest } = row
  return row.kind === 'confirmation.asked' ? { ...rest, key: '', html: '', text: '' } : rest
}

test('seeding twice gives the same rows, but for the links of schools', async () => {
  const tables = (Object.values(schema).filter((it) => is(it, SQLiteTable)) as SQLiteTable[]).filter(
    (table) => getTableName(table) !== 'clock',
  )
  const rows = async () => {
    const found: Record<string, unknown[]> = {}
    for (const table of tables) found[getTableName(table)] = (await read.select().from(table)).map(asSeeded)
    return found
  }
  const first = await rows()
  await freshDatabase()
  await seedDemo()
  expect(await rows()).toEqual(first)
})
