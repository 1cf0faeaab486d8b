import { asc, eq, sql } from 'drizzle-orm'
import { read } from '#db/client'
import { academicYears, blocks } from '#db/schema/index'

/** The id of the academic year that this day lies in; before and between years the next, after the last none. */
export const yearIdOn = (day: string) =>
  sql<string>`(select id from academic_years where last_on >= ${day} order by first_on limit 1)`

/** The years that are not over on this day, the running one first, as a query for `readAll`. */
export const yearsFrom = (day: string) =>
  read.select().from(academicYears).where(sql`${academicYears.lastOn} >= ${day}`).orderBy(asc(academicYears.firstOn))

/** The blocks and halves of the year that this day lies in, in time's order, as a query for `readAll`. */
export const blocksOn = (day: string) =>
  read
    .select()
    .from(blocks)
    .where(eq(blocks.yearId, yearIdOn(day)))
    .orderBy(asc(blocks.firstOn), asc(blocks.partOfId))
