import { eq, sql } from 'drizzle-orm'
import { accountFrom, accountOf, arrivalFrom, arrivalsOf, roleChangesOf } from '#app/people/roles.server'
import { dayText } from '#app/ui/time'
import { differences } from '#app/workflow/change'
import { change, changesOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { insist, may } from '#app/workflow/permissions'
import { read, readAll, type Tx, together } from '#db/client'
import { academicYears, clinics, people, program, supervisors } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { residentDays } from '#db/views'
import { peakOf } from './peak'
import { teachingLabels } from './supervisor'
import type { TeachingForm } from './teaching-form.server'

const KIND = 'teaching'

/** A person as staff see them: roles, what they teach, clinics, and what was changed. Throws 404. One round trip. */
export async function personRecord(me: Person, personId: string) {
  insist(me, 'person.list')
  const [rows, [teacher], weekly, changes, [{ version }], roleChanges, arrivals] = await readAll(
    accountOf(personId),
    read.select().from(supervisors).where(eq(supervisors.personId, personId)),
    read.select().from(clinics).where(eq(clinics.personId, personId)),
    changesOf(KIND, personId),
    versionOf(KIND, personId),
    roleChangesOf(personId),
    arrivalsOf(personId),
  )
  const person = accountFrom(rows)
  const teaches = person.roles.some((role) => role === 'resident' || role === 'attending')
  const all = [...changes, ...roleChanges, ...arrivals.map(arrivalFrom)].sort((a, b) => b.at.getTime() - a.at.getTime())
  const mayEdit = { roles: may(me, 'person.roles'), teaching: may(me, 'program.edit') }
  return { person, teacher: teacher ?? null, teaches, clinics: weekly, changes: all, version, mayEdit }
}

/** Stores what a resident or an attending is; refused when fewer students fit than they are paired with. */
export async function saveTeaching(me: Person, personId: string, form: TeachingForm, now = programNow()) {
  insist(me, 'program.edit')
  const { version, ...typed } = form
  return change(me, { kind: KIND, id: personId, version }, now, async (tx) => {
    const [[before], fields, began] = await together([
      tx.select().from(supervisors).where(eq(supervisors.personId, personId)),
      brokenBy(tx, personId, typed, dayAt(now)),
      yearBegan(tx, dayAt(now)),
    ])
    if (fields) return { fields }
    const of = typed.kind === 'resident' ? { division: null } : { pgy: null, homeProgram: null, mostStudents: null }
    const row = { ...typed, ...of, ...(before?.pgy !== typed.pgy && { pgyFrom: began }) }
    const stored = tx
      .insert(supervisors)
      .values({ personId, ...row })
      .onConflictDoUpdate({ target: supervisors.personId, set: row })
    return { changes: differences(teachingLabels, before ?? {}, row), restores: before, stored }
  })
}

/** The first day of the academic year that this day lies in: a year of training begins there. */
async function yearBegan(tx: Tx, today: string): Promise<string> {
  const [year] = await tx
    .select({ firstOn: academicYears.firstOn })
    .from(academicYears)
    .where(sql`${academicYears.firstOn} <= ${today} and ${academicYears.lastOn} >= ${today}`)
  return year?.firstOn ?? today
}

/** A sentence when a resident would have fewer students at most than they are paired with. */
async function brokenBy(
  tx: Tx,
  personId: string,
  typed: Omit<TeachingForm, 'version'>,
  today: string,
): Promise<Record<string, string> | undefined> {
  if (typed.kind !== 'resident') return
  const [[rule], all] = await together([
    tx.select({ general: program.mostStudentsAResident }).from(program),
    residentDays(tx, today),
  ])
  const most = typed.mostStudents ?? (typed.pgy === 1 ? 0 : (rule?.general ?? 0))
  const days = all.filter((day) => day.personId === personId)
  const peak = peakOf(days, today)
  if (!peak || peak.count <= most) return
  const [{ name }] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId))
  const has = `${name} has ${peak.count === 1 ? '1 student' : `${peak.count} students`}`
  const say = `${has} on ${dayText(peak.on, { weekday: true })}: pair them with somebody else first`
  return typed.mostStudents === null ? { pgy: say } : { mostStudents: say }
}
