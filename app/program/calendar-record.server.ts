import { and, asc, count, eq, gte, lte, max, min, type SQL, sql, sum } from 'drizzle-orm'
import { changesOf, versionOf } from '#app/workflow/changes.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll, together } from '#db/client'
import { academicYears, blocks, holidays, openings, windows } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Calendar } from './calendar'
import { everyYear } from './duties.server'
import { theProgram } from './program.server'

export const KIND = 'calendar'
export type From = Pick<typeof read, 'select'>

const dayOf = (column: 'first_on' | 'last_on', yearId: string): SQL =>
  sql`(select ${sql.raw(column)} from academic_years where id = ${yearId})`

export const yearOf = (from: From, yearId: string) =>
  from.select().from(academicYears).where(eq(academicYears.id, yearId))

/** Every block of a year, halves too, in time's order. */
export const blocksOf = (from: From, yearId: string) =>
  from
    .select()
    .from(blocks)
    .where(eq(blocks.yearId, yearId))
    .orderBy(asc(blocks.firstOn), asc(blocks.partOfId), asc(blocks.name))

export const holidaysOf = (from: From, yearId: string) =>
  from
    .select()
    .from(holidays)
    .where(and(gte(holidays.on, dayOf('first_on', yearId)), lte(holidays.on, dayOf('last_on', yearId))))
    .orderBy(asc(holidays.on))

/** A year with its blocks and holidays. Throws 404. */
export async function calendarIn(from: From, yearId: string): Promise<Calendar> {
  const [[year], blocks, holidays] = await together([
    yearOf(from, yearId),
    blocksOf(from, yearId),
    holidaysOf(from, yearId),
  ])
  if (!year) throw notFound()
  return { year, blocks, holidays }
}

const blockCounts = () =>
  read
    .select({
      yearId: blocks.yearId,
      whole: sql<number>`sum(${blocks.partOfId} is null)`.mapWith(Number),
      halves: sql<number>`sum(${blocks.partOfId} is not null)`.mapWith(Number),
    })
    .from(blocks)
    .groupBy(blocks.yearId)

const seatCounts = () =>
  read
    .select({ yearId: blocks.yearId, seats: sum(openings.seats).mapWith(Number) })
    .from(openings)
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .groupBy(blocks.yearId)

const windowCounts = () =>
  read
    .select({
      yearId: blocks.yearId,
      n: count(),
      first: min(windows.opensAt),
      last: max(windows.opensAt),
    })
    .from(windows)
    .innerJoin(blocks, eq(blocks.id, windows.blockId))
    .groupBy(blocks.yearId)

/** Every academic year with how far it is set up, the newest first. One round trip. */
export async function listYears(me: Person) {
  insist(me, 'program.edit')
  const [years, blockRows, seatRows, windowRows, changes] = await readAll(
    everyYear(),
    blockCounts(),
    seatCounts(),
    windowCounts(),
    changesOf(KIND),
  )
  const of = <T extends { yearId: string }>(rows: T[], id: string) => rows.find(({ yearId }) => yearId === id)
  const list = years.map((year) => ({
    ...year,
    blocks: of(blockRows, year.id)?.whole ?? 0,
    halves: of(blockRows, year.id)?.halves ?? 0,
    seats: of(seatRows, year.id)?.seats ?? 0,
    windows: of(windowRows, year.id) ?? null,
  }))
  return { years: list.reverse(), changes }
}

/** One year as its page shows it, with the year before. Throws 404. One round trip. */
export async function calendarRecord(me: Person, yearId: string) {
  insist(me, 'program.edit')
  const [years, own, days, seats, opened, changes, [{ version }], [program]] = await readAll(
    everyYear(),
    blocksOf(read, yearId),
    holidaysOf(read, yearId),
    seatCounts(),
    windowCounts(),
    changesOf(KIND, yearId),
    versionOf(KIND, yearId),
    theProgram(),
  )
  const at = years.findIndex(({ id }) => id === yearId)
  if (at < 0) throw notFound()
  return {
    ...{ year: years[at], blocks: own, holidays: days, last: years[at - 1] ?? null, changes, version, program },
    seats: seats.find((row) => row.yearId === yearId)?.seats ?? 0,
    windows: opened.find((row) => row.yearId === yearId) ?? null,
  }
}
export type CalendarRecord = Awaited<ReturnType<typeof calendarRecord>>
