import { count, eq } from 'drizzle-orm'
import { recordChange, undoOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insistDone } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { applicationsOf } from '#db/claims'
import { read, readAll, together, write } from '#db/client'
import { academicYears, blocks } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type AcademicYear, type Calendar, halvesOf, wholeBlocks, yearName } from './calendar'
import { changeCalendar } from './calendar-changes.server'
import { blocksOf, calendarIn, calendarRecord, holidaysOf, KIND } from './calendar-record.server'
import { copiedFrom } from './next-year.server'

const full = (id: string) => `${yearName(id)} has blocks already: change or remove them one by one.`
const nothing = (id: string) => `There is no year before ${yearName(id)} to copy from: add its blocks one by one.`

/** What copying last year's blocks would lay down. Throws 404, and 409 where there is nothing to copy. */
export async function previewCopy(me: Person, yearId: string) {
  const record = await calendarRecord(me, yearId)
  const { year, version, program } = record
  if (record.blocks.length > 0) throw conflict(full(yearId))
  if (!record.last) throw conflict(nothing(yearId))
  const [own, days] = await readAll(blocksOf(read, record.last.id), holidaysOf(read, record.last.id))
  const copied = copyOf({ year: record.last, blocks: own, holidays: days }, year, program)
  const on = new Map(copied.holidays.map((holiday) => [holiday.on, holiday.name]))
  const lines = wholeBlocks(copied.blocks).map((block) => ({
    block,
    halves: halvesOf(copied.blocks, block.id),
    holiday: on.get(block.firstOn) ?? on.get(block.lastOn) ?? null,
  }))
  return { ...copied, year, last: record.last, lines, version }
}

function copyOf(last: Calendar, year: AcademicYear, program?: { applyDaysBefore: number }) {
  if (last.blocks.length === 0) throw conflict(nothing(year.id))
  return copiedFrom(last, year, program?.applyDaysBefore ?? 60)
}

/** Lays down last year's blocks and holidays, moved to the same weekdays. Throws 409 where blocks stand already. */
export async function copyCalendar(me: Person, yearId: string, now = programNow()) {
  const record = await calendarRecord(me, yearId)
  const edit = { yearId, version: record.version }
  const refused = await changeCalendar(me, edit, now, async (before, tx) => {
    if (before.blocks.length > 0) throw conflict(full(yearId))
    const copied = copyOf(await calendarIn(tx, record.last?.id ?? ''), before.year, record.program)
    const holidays = before.holidays.length > 0 ? before.holidays : copied.holidays
    const n = wholeBlocks(copied.blocks).length
    const what = `${n} blocks with ${copied.blocks.length - n} halves copied from ${yearName(record.last!.id)}`
    return { ...before, blocks: copied.blocks, holidays, told: [{ label: what, from: null, to: null }] }
  })
  insistDone(refused)
  return undoOf(me, KIND, yearId, record.version)
}

/** Removes an academic year that nothing stands in. Throws 404 and 409. */
export function removeYear(me: Person, yearId: string, now = programNow()): Promise<void> {
  insist(me, 'program.edit')
  return write(async (tx) => {
    await calendarIn(tx, yearId)
    const [[{ n }], [{ n: begun }]] = await together([
      tx.select({ n: count() }).from(blocks).where(eq(blocks.yearId, yearId)),
      applicationsOf(tx, yearId),
    ])
    if (n > 0) throw conflict(`${yearName(yearId)} has blocks: remove them first.`)
    if (begun > 0) throw conflict(`${yearName(yearId)} has applications, so it stays.`)
    await tx.delete(academicYears).where(eq(academicYears.id, yearId))
    const changes = [{ label: `Academic year ${yearName(yearId)} removed`, from: null, to: null }]
    await recordChange(tx, me, { kind: KIND, id: yearId, step: 'remove', changes }, now)
  })
}
