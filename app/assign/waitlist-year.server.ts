import { eq } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read } from '#db/client'
import { academicYears } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { check, type Opening, type Student } from './arrangement'
import { waitingIn } from './waiting.server'
import { whoWaits } from './waitlist-changes.server'
import { labelOf, standOf } from './waitlist-stand.server'

/** Every waitlist of a year, by clerkship. Throws 404 for an unknown year. */
export async function findWaitlists(me: Person, yearId: string, now: Date = programNow()) {
  insist(me, 'board.read')
  const [[year], season] = await Promise.all([
    read.select().from(academicYears).where(eq(academicYears.id, yearId)),
    waitingIn(read, yearId, now),
  ])
  if (!year) throw notFound()
  const before = check(season.facts)
  const waiting = season.turns.filter(({ id }) => !season.undecided.has(id))
  const lines = season.facts.openings
    .map((opening) => ({ opening, line: whoWaits(season, opening.id) }))
    .filter(({ opening, line }) => line.length > 0 && opening.block.first > season.facts.today)
  const clerkships = new Map(lines.map(({ opening: { clerkship } }) => [clerkship.id, clerkship.name]))
  return {
    studentIds: waiting.map(({ personId }) => personId),
    clerkships: [...clerkships].map(([id, name]) => {
      const mine = lines.filter(({ opening }) => opening.clerkship.id === id)
      const openings = mine.map(({ opening, line }) => ({
        ...{ id: opening.id, label: labelOf(opening), waiting: line.length },
        ...standOf(season, opening, before, now),
      }))
      return { id, name, openings, students: waiting.flatMap((student) => lineOf(student, mine)) }
    }),
  }
}
export type FoundWaitlists = Awaited<ReturnType<typeof findWaitlists>>

/** A student with the openings of the clerkship that they wait for, and where in line. */
function lineOf(student: Student, openings: { opening: Opening; line: Student[] }[]) {
  const waits = openings.flatMap(({ opening, line }) => {
    const at = line.findIndex(({ id }) => id === student.id)
    return at < 0 ? [] : [{ opening: labelOf(opening), place: at + 1 }]
  })
  return waits.length > 0 ? [{ id: student.id, name: student.name, waits }] : []
}
