import { and, asc, desc, eq, gt, isNotNull, isNull, ne, type SQL } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import { blocks, clerkships, openings, requirements, services, windows } from '#db/schema/index'
import { seatsTaken } from '#db/views'
import { yearIdOn, yearsFrom } from './calendar.server'
import type { Opening } from './opening'
import { theProgram } from './program.server'

/** The openings of the year that this day lies in, with the seats taken, in one grouped query for `readAll`. */
export const openingsOn = (day: string) => openingsWhere(eq(blocks.yearId, yearIdOn(day)))

/** Those of later years whose dates are set, in the same way. */
const openingsAhead = (day: string) =>
  openingsWhere(and(ne(blocks.yearId, yearIdOn(day)), gt(blocks.firstOn, day), isNotNull(windows.id)))

function openingsWhere(where: SQL | undefined) {
  return read
    .select({
      id: openings.id,
      clerkshipId: openings.clerkshipId,
      kind: clerkships.kind,
      slug: clerkships.slug,
      service: { id: services.id, name: services.name, letter: services.letter },
      block: blocks,
      seats: openings.seats,
      heldSeats: openings.heldSeats,
      heldUntilOn: openings.heldUntilOn,
      opensAt: windows.opensAt,
      taken: seatsTaken(),
    })
    .from(openings)
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(clerkships, eq(clerkships.id, openings.clerkshipId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .leftJoin(windows, and(eq(windows.clerkshipId, clerkships.id), eq(windows.blockId, blocks.id)))
    .where(and(where, ne(clerkships.status, 'draft')))
    .orderBy(asc(blocks.firstOn), asc(services.position))
}

/** Openings as read, an empty one with no seat taken. */
export const counted = (rows: (Omit<Opening, 'taken'> & { taken: number | null })[]): Opening[] =>
  rows.map((row) => ({ ...row, taken: row.taken ?? 0 }))

/** Clerkships that anybody may read about, the longer first, as a query for `readAll`. */
export const published = () =>
  read
    .select()
    .from(clerkships)
    .where(ne(clerkships.status, 'draft'))
    .orderBy(desc(clerkships.weeks), asc(clerkships.name))

/** What may be applied for, with its openings of this year. One round trip. */
export async function listClerkships(now = programNow()) {
  const today = dayAt(now)
  const [list, seats, ahead] = await readAll(published(), openingsOn(today), openingsAhead(today))
  const openings = (it: { id: string }) => ({
    openings: ofIt(it.id, counted(seats)),
    ahead: ofIt(it.id, counted(ahead)),
  })
  return { today, now, clerkships: list.map((it) => ({ ...it, ...openings(it) })) }
}

const ofIt = (clerkshipId: string, all: Opening[]) => all.filter((opening) => opening.clerkshipId === clerkshipId)

/** One clerkship with its openings, requirements and the others beside it. Throws 404. One round trip. */
export async function findClerkship(slug: string, now = programNow()) {
  const today = dayAt(now)
  const [list, seats, later, asked, opened, years, [program]] = await readAll(
    published(),
    openingsOn(today),
    openingsAhead(today),
    requirementsOf(slug),
    windowsOn(slug, today),
    yearsFrom(today),
    theProgram(),
  )
  const clerkship = list.find((it) => it.slug === slug)
  if (!clerkship) throw notFound()
  const openings = ofIt(clerkship.id, counted(seats))
  const others = list.filter((it) => it !== clerkship).map((it) => ({ ...it, openings: ofIt(it.id, counted(seats)) }))
  const ahead = ofIt(clerkship.id, counted(later))
  return { today, now, clerkship, openings, ahead, requirements: asked, opened, years, program, others }
}

const requirementsOf = (slug: string) =>
  read
    .select({
      key: requirements.key,
      name: requirements.name,
      hint: requirements.hint,
      phase: requirements.phase,
      isHealth: requirements.isHealth,
    })
    .from(requirements)
    .innerJoin(clerkships, eq(clerkships.id, requirements.clerkshipId))
    .where(and(eq(clerkships.slug, slug), isNull(requirements.retiredAt)))
    .orderBy(asc(requirements.position))

/** When the blocks of a clerkship opened. */
const windowsOn = (slug: string, day: string) =>
  read
    .select({ block: blocks.name, firstOn: blocks.firstOn, opensAt: windows.opensAt })
    .from(windows)
    .innerJoin(blocks, eq(blocks.id, windows.blockId))
    .innerJoin(clerkships, eq(clerkships.id, windows.clerkshipId))
    .where(and(eq(clerkships.slug, slug), eq(blocks.yearId, yearIdOn(day))))
    .orderBy(asc(blocks.firstOn))

/** The addresses of the clerkships that anybody may read about. */
export async function clerkshipSlugs(): Promise<string[]> {
  const list = await published()
  return list.map(({ slug }) => slug)
}
