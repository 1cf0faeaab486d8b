import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { addBlock, blockRecord, newBlockTyped, removeBlock, saveBlock } from '#app/program/block-changes.server'
import { flawsOf, overlapsOf, overlapText } from '#app/program/calendar'
import { copyCalendar, previewCopy, removeYear } from '#app/program/calendar-copy.server'
import { blockForm, holidaysForm, yearForm } from '#app/program/calendar-form.server'
import { calendarIn, calendarRecord } from '#app/program/calendar-record.server'
import { copiedFrom } from '#app/program/next-year.server'
import type { Block } from '#app/program/opening'
import { undoChange } from '#app/program/undo.server'
import { addYear, nextYearTyped, saveHolidays, saveYear, typedYear } from '#app/program/year-changes.server'
import { changesOf } from '#app/workflow/changes.server'
import { daysFrom, weekdayOf } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import { blocks, openings, windows } from '#db/schema/index'
import { block, blockNamed } from '#db/seed/calendar'
import { attendings, staff } from '#db/seed/cast'
import { clerkship, subInternship } from '#db/seed/clerkships'
import { service } from '#db/seed/program'
import { seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock, pierce } = staff
const [THIS, NEXT] = ['2026-27', '2027-28']

beforeEach(() => seededDatabase())

const day = (on: string) => {
  const [year, month, day] = on.split('-')
  return { year, month, day }
}
const bare = (name: string, firstOn: string, lastOn: string, partOfId: string | null = null): Block => ({
  ...{ id: name, yearId: THIS, name, firstOn, lastOn, applyByOn: '2026-01-01', partOfId, mostStudents: null },
})
const formOf = async (name: string, typed: object = {}) => {
  const record = await blockRecord(whitlock, THIS, block(name))
  return blockForm.parse({ ...record.block, mostStudents: record.block.mostStudents ?? undefined, ...typed })
}
const blockNow = async (name: string) =>
  (
    await read
      .select()
      .from(blocks)
      .where(eq(blocks.id, block(name)))
  )[0]
const newest = async (year: string) => (await changesOf('calendar', year))[0]

describe('blocks that share days', () => {
  test('are told with the days, over New Year too; a block and its own halves are not', () => {
    const list = [
      bare('6', '2026-11-23', '2026-12-18'),
      bare('6A', '2026-11-23', '2026-12-04', '6'),
      bare('W', '2026-12-14', '2027-01-15'),
      bare('7', '2027-01-04', '2027-01-29'),
    ]
    expect(overlapsOf(list).map(overlapText)).toEqual(
      ['Blocks 6 and W share December 14 – 18, 2026.', 'Blocks W and 7 share January 4 – 15, 2027.'].map((text) =>
        text.replace(/(Blocks|December|January|\d) (?=[\dW–])/g, '$1\u00a0').replace('– ', '–\u00a0'),
      ),
    )
  })
})

describe('dates that cannot be so', () => {
  const year = { id: THIS, firstOn: '2026-07-01', lastOn: '2027-06-30', opensAt: null }
  const said = (...list: Block[]) => flawsOf({ year, blocks: list }).map(({ blockId, field }) => `${blockId} ${field}`)
  test('are each told under their field', () => {
    expect(said(bare('1', '2026-07-06', '2026-07-31'))).toEqual([])
    expect(said(bare('1', '2026-07-31', '2026-07-06'))).toEqual(['1 lastOn'])
    expect(said(bare('1', '2026-06-30', '2026-07-31'))).toEqual(['1 firstOn'])
    expect(said(bare('12', '2027-06-07', '2027-07-01'))).toEqual(['12 lastOn'])
    expect(said({ ...bare('1', '2026-07-06', '2026-07-31'), applyByOn: '2026-07-06' })).toEqual(['1 applyByOn'])
    const whole = bare('1', '2026-07-06', '2026-07-31')
    expect(said(whole, bare('1A', '2026-07-03', '2026-08-03', '1'))).toEqual(['1A firstOn', '1A lastOn'])
    expect(said(whole, { ...whole, id: 'other' })).toEqual(['1 name', 'other name'])
  })
})

describe('last year’s blocks', () => {
  test('come to the same weekdays 52 weeks later, halves and apply-by days with them', async () => {
    expect(await copyCalendar(whitlock, NEXT, now)).toEqual({ action: expect.stringContaining('/settings/changes/') })
    const { blocks: copied, holidays } = await calendarIn(read, NEXT)
    expect(copied).toHaveLength(36)
    for (const it of copied) {
      const was = blockNamed(it.name)
      expect(daysFrom(was.firstOn, it.firstOn)).toBe(364)
      expect(weekdayOf(it.lastOn)).toBe(weekdayOf(was.lastOn))
      expect(daysFrom(it.applyByOn, it.firstOn)).toBe(60)
      const whole = copied.find(({ id }) => id === it.partOfId)
      expect(whole?.name ?? null).toBe(was.partOfId ? it.name.slice(0, -1) : null)
    }
    expect(holidays.map(({ on, name }) => `${on} ${name}`)).toEqual([
      '2027-07-05 Independence Day, observed',
      '2027-09-06 Labor Day',
      '2027-11-25 Thanksgiving',
      '2027-12-24 Christmas Day, observed',
      '2027-12-31 New Year’s Day, observed',
      '2028-05-29 Memorial Day',
    ])
  })

  test('stay inside the year, over twenty years of copying', async () => {
    let last = await calendarIn(read, THIS)
    const first = last
    for (let from = 2027; from < 2047; from++) {
      const year = { id: `${from}`, firstOn: `${from}-07-01`, lastOn: `${from + 1}-06-30`, opensAt: null }
      const copied = copiedFrom(last, year, 60)
      last = { year, ...copied }
      expect(flawsOf(last)).toEqual([])
      expect([copied.leftOut, copied.blocks.length, copied.holidays.length]).toEqual([[], 36, 6])
      expect(copied.blocks.every((it, at) => weekdayOf(it.firstOn) === weekdayOf(first.blocks[at].firstOn))).toBe(true)
    }
  })

  test('are copied once, however many press at the same time; an undo takes all of them away', async () => {
    const pressed = await Promise.all(Array.from({ length: 20 }, () => refusalOf(copyCalendar(whitlock, NEXT, now))))
    expect(pressed.filter((it) => typeof it === 'string')).toHaveLength(19)
    expect((await calendarIn(read, NEXT)).blocks).toHaveLength(36)
    expect(await refusalOf(previewCopy(whitlock, NEXT))).toMatch(/^409 .* has blocks already/)
    await undoChange(pierce, (await newest(NEXT)).id, now)
    expect(await calendarIn(read, NEXT)).toMatchObject({ blocks: [], holidays: [] })
  })

  test('are a coordinator’s to copy', async () => {
    expect(await refusalOf(copyCalendar(attendings.adler, NEXT, now))).toMatch(/^403/)
    expect(await refusalOf(copyCalendar(whitlock, '2040-41', now))).toMatch(/^404/)
  })
})

describe('a block', () => {
  test('that nobody counts on moves, with its halves, and is moved back', async () => {
    const twelve = await copiedBlock('12')
    const { block: record } = await blockRecord(whitlock, NEXT, twelve.id)
    const [first, second] = record.halves.map((half) => ({ ...half, applyByOn: undefined }))
    const [from, to] = [day('2028-05-23'), day('2028-06-19')]
    const halves = [
      { ...first, firstOn: from },
      { ...second, lastOn: to },
    ]
    const typed = { ...record, firstOn: from, lastOn: to, applyByOn: undefined, mostStudents: undefined, halves }
    expect(await saveBlock(whitlock, NEXT, twelve.id, blockForm.parse(typed), now)).toBeUndefined()
    const moved = await copiedBlock('12')
    expect(moved).toMatchObject({ firstOn: '2028-05-23', lastOn: '2028-06-19', applyByOn: '2028-03-24' })
    expect(await copiedBlock('12B')).toMatchObject({ firstOn: '2028-06-05', lastOn: '2028-06-19' })
    const { id, changes } = await newest(NEXT)
    expect(changes).toContainEqual({
      ...{ name: `${twelve.id}.firstOn`, label: 'Block 12, first day', from: '2028-05-22', to: '2028-05-23' },
    })
    await undoChange(whitlock, id, now)
    expect(await copiedBlock('12')).toEqual(twelve)
  })

  test('that students are placed in does not move in silence: they are named', async () => {
    const form = await formOf('8', { firstOn: day('2027-02-02') })
    const refused = await saveBlock(whitlock, THIS, block('8'), form, now)
    expect(refused).toMatchObject({
      fields: { firstOn: expect.stringMatching(/Diallo.* a place in block 8, so its dates stay/) },
    })
    expect(await blockNow('8')).toMatchObject({ firstOn: '2027-02-01' })
  })

  test('that a sent application ranks does not move in silence either', async () => {
    const { placed, wished } = await blockRecord(whitlock, THIS, block('10'))
    expect(placed).toEqual([])
    expect(wished.length).toBeGreaterThan(0)
    const refused = await saveBlock(whitlock, THIS, block('10'), await formOf('10', { lastOn: day('2027-04-22') }), now)
    expect(refused).toMatchObject({ fields: { firstOn: expect.stringContaining('a wish for block 10') } })
  })

  test('takes another name and apply-by day whoever counts on it, but no fewer students than are placed', async () => {
    const form = await formOf('8', { name: 'Eight', applyByOn: day('2026-12-10'), mostStudents: 0 })
    expect(await saveBlock(whitlock, THIS, block('8'), form, now)).toMatchObject({
      fields: { mostStudents: expect.stringMatching(/placed here: leave room for \d/) },
    })
    expect(await saveBlock(whitlock, THIS, block('8'), { ...form, mostStudents: 9 }, now)).toBeUndefined()
    expect(await blockNow('8')).toMatchObject({ name: 'Eight', applyByOn: '2026-12-10', mostStudents: 9 })
  })

  test('keeps its halves inside it; each refusal stands under its half', async () => {
    const form = await formOf('12')
    const halves = [form.halves[0], { ...form.halves[1], lastOn: '2027-06-25' }]
    expect(await saveBlock(whitlock, THIS, block('12'), { ...form, halves }, now)).toMatchObject({
      fields: { 'halves[1].lastOn': expect.stringContaining('is outside block 12') },
    })
    expect(await saveBlock(whitlock, THIS, block('9'), { ...(await formOf('9')), halves: [] }, now)).toMatchObject({
      fields: { halves: expect.stringMatching(/^Block 9[AB]: .* rank.* block 9[AB], so it stays/) },
    })
  })

  test('whose halves exchange their names keeps both', async () => {
    const form = await formOf('12')
    const halves = form.halves.map((half, at) => ({ ...half, name: form.halves[1 - at].name }))
    expect(await saveBlock(whitlock, THIS, block('12'), { ...form, halves }, now)).toBeUndefined()
    expect([(await blockNow('12A')).name, (await blockNow('12B')).name]).toEqual(['12B', '12A'])
  })

  test('that nobody wishes for goes with its seats and windows, and comes back with them', async () => {
    expect(await refusalOf(removeBlock(whitlock, THIS, block('8'), now))).toMatch(/^409 .*Block 8: .* so it stays/)
    const { id: blockId } = await copiedBlock('12')
    const of = { clerkshipId: clerkship(subInternship), blockId }
    await write(async (tx) => {
      await tx.insert(openings).values({ ...of, serviceId: service('neuro'), seats: 1 })
      await tx.insert(windows).values({ ...of, opensAt: now })
    })
    const standing = async () => [
      await read.select().from(blocks).where(eq(blocks.yearId, NEXT)).orderBy(asc(blocks.name)),
      await read.select().from(openings).where(eq(openings.blockId, blockId)),
      await read.select().from(windows).where(eq(windows.blockId, blockId)),
    ]
    const before = await standing()
    const { undo } = await removeBlock(whitlock, NEXT, blockId, now)
    expect((await standing()).map((rows) => rows.length)).toEqual([33, 0, 0])
    await undoChange(whitlock, undo!.action.split('/')[3], now)
    expect(await standing()).toEqual(before)
  })

  test('that is added follows the last one, in two halves', async () => {
    await addBlock(whitlock, NEXT, blockForm.parse((await newBlockTyped(whitlock, NEXT)).block), now)
    const { blocks: added } = await calendarIn(read, NEXT)
    expect(added.map(({ name, firstOn, lastOn }) => [name, firstOn, lastOn])).toEqual([
      ['1', '2027-07-05', '2027-07-30'],
      ['1A', '2027-07-05', '2027-07-16'],
      ['1B', '2027-07-19', '2027-07-30'],
    ])
  })
})

/** A block of next year, copied from this. */
async function copiedBlock(name: string): Promise<Block> {
  if ((await calendarIn(read, NEXT)).blocks.length === 0) await copyCalendar(whitlock, NEXT, now)
  return (await calendarIn(read, NEXT)).blocks.find((it) => it.name === name)!
}

describe('two coordinators', () => {
  test('who edit different blocks are both done; of the same block the second is told', async () => {
    const [eleven, twelve, again] = [await formOf('11'), await formOf('12'), await formOf('11')]
    expect(await saveBlock(whitlock, THIS, block('11'), { ...eleven, applyByOn: '2027-02-24' }, now)).toBeUndefined()
    expect(await saveBlock(pierce, THIS, block('12'), { ...twelve, applyByOn: '2027-03-24' }, now)).toBeUndefined()
    const refused = await saveBlock(pierce, THIS, block('11'), { ...again, applyByOn: '2027-02-20' }, now)
    expect(refused).toMatchObject({
      since: { by: 'Joel Pierce', changes: [{ name: 'applyByOn', from: '2027-02-25', to: '2027-02-24' }] },
    })
  })
})

describe('an academic year', () => {
  test('is added after the last, beside no other, and removed while it is empty', async () => {
    const typed = yearForm.parse({ ...(await nextYearTyped(whitlock, now)), version: 0 })
    expect(typed).toMatchObject({ firstOn: '2028-07-01', lastOn: '2029-06-30' })
    const early = { ...typed, firstOn: '2028-06-30' }
    expect(await addYear(whitlock, early, now)).toMatchObject({ refused: { fields: { firstOn: expect.any(String) } } })
    expect(await addYear(whitlock, typed, now)).toEqual({ id: '2028-29' })
    await removeYear(whitlock, '2028-29', now)
    expect(await refusalOf(calendarRecord(whitlock, '2028-29'))).toMatch(/^404/)
    expect(await refusalOf(removeYear(whitlock, THIS, now))).toMatch(/^409 .* has blocks/)
  })

  test('keeps all its blocks inside it', async () => {
    const { year, version } = await calendarRecord(whitlock, THIS)
    const form = yearForm.parse({ ...typedYear(year), version, lastOn: day('2027-06-10') })
    expect(await saveYear(whitlock, THIS, form, now)).toMatchObject({
      fields: { '': expect.stringMatching(/^Block 12B?: June.18, 2027 is outside the academic year/) },
    })
  })

  test('has each holiday once, on its own days', async () => {
    const { version } = await calendarRecord(whitlock, THIS)
    const items = [{ on: day('2027-01-18'), name: 'Martin Luther King Jr. Day' }]
    const twice = holidaysForm.safeParse({ version, items: [...items, ...items] })
    expect(twice.error?.issues[0].message).toContain('on the same day')
    const form = holidaysForm.parse({ version, items })
    expect(await saveHolidays(whitlock, THIS, form, now)).toBeUndefined()
    expect((await calendarIn(read, THIS)).holidays).toEqual([{ on: '2027-01-18', name: 'Martin Luther King Jr. Day' }])
    expect((await newest(THIS)).changes).toHaveLength(7)
    await undoChange(whitlock, (await newest(THIS)).id, now)
    expect((await calendarIn(read, THIS)).holidays).toHaveLength(6)
    const outside = holidaysForm.parse({ version: 2, items: [{ on: day('2028-01-18'), name: 'Later' }] })
    expect(await saveHolidays(whitlock, THIS, outside, now)).toMatchObject({
      fields: { 'items[0].on': expect.any(String) },
    })
  })
})
