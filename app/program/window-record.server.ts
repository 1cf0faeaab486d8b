import { and, asc, eq } from 'drizzle-orm'
import { changesOf, versionOf } from '#app/workflow/changes.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import { blocks, windows } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { blocksOf, type From, yearOf } from './calendar-record.server'
import { everyClerkship } from './clerkship-record.server'
import { openingsIn } from './seat-record.server'
import { datesOf } from './window'

export const KIND = 'windows'

/** When each date of a year opens, of all clerkships. */
export const windowsIn = (from: From, yearId: string) =>
  from
    .select({ window: windows })
    .from(windows)
    .innerJoin(blocks, and(eq(blocks.id, windows.blockId), eq(blocks.yearId, yearId)))
    .orderBy(asc(blocks.firstOn))

/** Every date that can be opened in a year, by clerkship, with when it opens and its seats. Throws 404. */
export async function windowRecord(me: Person, yearId: string) {
  insist(me, 'program.edit')
  const [[year], courses, all, opened, own, changes, [{ version }]] = await readAll(
    yearOf(read, yearId),
    everyClerkship(),
    blocksOf(read, yearId),
    openingsIn(read, yearId),
    windowsIn(read, yearId),
    changesOf(KIND, yearId),
    versionOf(KIND, yearId),
  )
  if (!year) throw notFound()
  const seated = opened.map(({ opening }) => opening)
  const rows = own.map(({ window }) => window)
  const dates = datesOf(courses, all, seated, rows)
  const groups = courses.map((clerkship) => ({
    clerkship,
    dates: dates.filter((it) => it.clerkship.id === clerkship.id),
  }))
  return { year, groups, changes, version }
}
