import { and, eq, gte } from 'drizzle-orm'
import { changesOf, versionOf } from '#app/workflow/changes.server'
import { typedDate } from '#app/workflow/civil-date.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { readAll } from '#db/client'
import { absences } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { pairedWhileAway } from '#db/views'
import { sharedDays } from './calendar'
import { absencesWhere, theTeachers } from './duties.server'

export const KIND = 'absence'
const DAYS_BACK = 365

/**
 * Who is away from a year ago on, with the published pairings that are left without their supervisor meanwhile; of
 * one person if `personId` is somebody's who teaches. One round trip.
 */
export async function listAbsences(me: Person, personId: string | null, now = programNow()) {
  insist(me, 'program.edit')
  const today = dayAt(now)
  const from = addDays(today, -DAYS_BACK)
  const [teachers, all, paired, changes] = await readAll(theTeachers(), since(from), pairedWhileAway(today), lately())
  const of = teachers.find(({ id }) => id === personId)
  const rows = all
    .filter((it) => !of || it.personId === of.id)
    .map((it) => ({ ...it, paired: paired.filter(({ absenceId }) => absenceId === it.id).map(alone(it)) }))
  return {
    of: of && { id: of.id, name: of.name },
    teachers: teachers.map(({ id, name }) => ({ id, name })),
    still: rows.filter(({ lastOn }) => lastOn >= today),
    over: rows.filter(({ lastOn }) => lastOn < today).reverse(),
    changes,
  }
}
export type Listed = Awaited<ReturnType<typeof listAbsences>>['still'][number]

const lately = () => changesOf(KIND)
const alone =
  (absence: { firstOn: string; lastOn: string }) =>
  ({ student, blockId, ...span }: { student: string; blockId: string; firstOn: string; lastOn: string }) => ({
    ...{ student, blockId, ...(sharedDays(absence, span) ?? span) },
  })

const since = (day: string) => absencesWhere(gte(absences.lastOn, day))

/** Whom an absence can be entered for, with the form as it starts. One round trip. */
export async function blankAbsence(me: Person, personId: string | null) {
  insist(me, 'program.edit')
  const [teachers] = await readAll(theTeachers())
  const of = teachers.find(({ id }) => id === personId)
  const nothing = { firstOn: typedDate(null), lastOn: typedDate(null), kind: '', status: 'approved' as const }
  return {
    teachers: teachers.map(({ id, name, kind, pgy }) => ({
      value: id,
      label: kind === 'resident' ? `${name}, PGY ${pgy}` : name,
    })),
    absence: { version: 0, personId: of?.id ?? '', ...nothing, isConfirmed: false },
  }
}

/** One absence as its form starts. Throws 404. One round trip. */
export async function absenceRecord(me: Person, id: string) {
  insist(me, 'program.edit')
  const [[row], changes, [{ version }]] = await readAll(
    absencesWhere(and(eq(absences.id, id))),
    changesOf(KIND, id),
    versionOf(KIND, id),
  )
  if (!row) throw notFound()
  return { name: row.name, absence: { ...asForm(row), version, isConfirmed: false }, changes }
}

type Row = Pick<typeof absences.$inferSelect, 'personId' | 'firstOn' | 'lastOn' | 'kind' | 'status'>

/** An absence as the form's fields hold it, dates in three parts. */
export const asForm = ({ personId, firstOn, lastOn, kind, status }: Row) => ({
  ...{ personId, kind, status },
  firstOn: typedDate(firstOn),
  lastOn: typedDate(lastOn),
})
