import { and, asc, eq, gt, type SQL, sql } from 'drizzle-orm'
import { changesOf, versionOf } from '#app/workflow/changes.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import { blocks, openings, services } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { seatsTaken } from '#db/views'
import { blocksOf, type From } from './calendar-record.server'
import { everyClerkship } from './clerkship-record.server'
import { everyYear } from './duties.server'
import { blocksFor, linesOf, overfullOf, seatKey } from './seat-grid'

export const KIND = 'openings'
/** A clerkship's seats in a year, as one thing that is changed: "2027-28/elective". */
export const gridId = (yearId: string, slug: string) => `${yearId}/${slug}`

/** The services that students are placed on, in their order. */
export const studentServices = (from: From) =>
  from.select().from(services).where(eq(services.takesStudents, true)).orderBy(asc(services.position))

/** Every opening of a year, of all clerkships, each with its block's days. */
export const openingsIn = (from: From, yearId: string) =>
  from
    .select({ opening: openings, firstOn: blocks.firstOn, lastOn: blocks.lastOn })
    .from(openings)
    .innerJoin(blocks, and(eq(blocks.id, openings.blockId), eq(blocks.yearId, yearId)))
    .orderBy(asc(blocks.firstOn))

function takenIn(yearId: string) {
  return read
    .select({ clerkshipId: openings.clerkshipId, blockId: blocks.id, serviceId: openings.serviceId, n: seatsTaken() })
    .from(openings)
    .innerJoin(blocks, and(eq(blocks.id, openings.blockId), eq(blocks.yearId, yearId)))
    .where(gt(seatsTaken(), 0))
}

/** The address of this clerkship, or of the first one, as `everyClerkship` orders them. */
const slugIn = (slug: string | null) =>
  slug ? sql<string>`${slug}` : sql<string>`(select slug from clerkships order by weeks desc, name limit 1)`

const factsOf = (yearId: string, id: SQL<string>) =>
  readAll(
    everyYear(),
    everyClerkship(),
    studentServices(read),
    blocksOf(read, yearId),
    openingsIn(read, yearId),
    takenIn(yearId),
    changesOf(KIND, id),
    versionOf(KIND, id),
  )

/** The seats of a clerkship in a year by block and service, with what is taken and what was changed. Throws 404. */
export async function seatRecord(me: Person, yearId: string, asked: string | null) {
  insist(me, 'program.edit')
  const facts = await factsOf(yearId, sql<string>`${yearId} || '/' || ${slugIn(asked)}`)
  const [years, courses, services, all, opened, taken, changes, [{ version }]] = facts
  const at = years.findIndex((it) => it.id === yearId)
  const clerkship = asked ? courses.find(({ slug }) => slug === asked) : courses[0]
  if (at < 0 || (asked && !clerkship)) throw notFound()
  const isOwn = (it: { clerkshipId: string }) => it.clerkshipId === clerkship?.id
  const own = opened.map(({ opening }) => opening).filter(isOwn)
  const blocks = clerkship ? blocksFor(clerkship, all, own) : []
  const seated = opened.map(({ opening, ...days }) => ({ ...days, ...opening }))
  return {
    ...{ year: years[at], last: years[at - 1] ?? null, courses, clerkship, services, changes, version },
    ...{ blocks, hasBlocks: all.length > 0, hasSeats: own.length > 0, lines: linesOf(blocks, services, own) },
    taken: Object.fromEntries(taken.filter(isOwn).map((it) => [seatKey(it.blockId, it.serviceId), it.n])),
    overfull: overfullOf(services, seated),
  }
}
export type SeatRecord = Awaited<ReturnType<typeof seatRecord>>
