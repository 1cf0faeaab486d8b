import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import { openingsIn, rulesIn, type Span, seatsIn, studentsWhere, wishesWhere } from './arrangement.server'
import { agreementsIn, papersWhere } from './papers.server'

/** The first and last day of an academic year, worked out by the database. */
export const yearSpan = (yearId: string): Span => ({
  first: sql<string>`(select first_on from academic_years where id = ${yearId})`,
  last: sql<string>`(select last_on from academic_years where id = ${yearId})`,
})

/** Applications of the year that can be placed: eligible and waitlisted. */
export const placeable = (yearId: string): SQL | undefined =>
  and(eq(t.applications.yearId, yearId), inArray(t.applications.status, ['eligible', 'waitlisted']))

/** A whole year in one round trip: blocks, openings, who sits where, who waits. Throws 404 for an unknown year. */
export async function readYear(yearId: string) {
  const span = yearSpan(yearId)
  const [blocks, openings, seats, students, wishes, papers, agreements, rules] = await readAll(
    read.select().from(t.blocks).where(eq(t.blocks.yearId, yearId)).orderBy(asc(t.blocks.firstOn)),
    openingsIn(read, span),
    seatsIn(read, span),
    studentsWhere(read, placeable(yearId)),
    wishesWhere(read, placeable(yearId)),
    papersWhere(read, and(eq(t.applications.yearId, yearId), eq(t.placements.status, 'accepted'))),
    agreementsIn(read),
    rulesIn(read),
  )
  if (blocks.length === 0) throw notFound()
  return { blocks, openings, seats, students, wishes, papers, agreements, rules }
}
export type Year = Awaited<ReturnType<typeof readYear>>

/** The academic year of today; the last one there is after its end. Throws 404 when no year is laid out. */
export async function currentYear(now: Date = programNow()): Promise<string> {
  const years = await read.select().from(t.academicYears).orderBy(asc(t.academicYears.firstOn))
  const year = years.find(({ lastOn }) => lastOn >= dayAt(now)) ?? years.at(-1)
  if (!year) throw notFound()
  return year.id
}
