import { and, eq, gte, lte, ne } from 'drizzle-orm'
import { daysText } from '#app/ui/time'
import { differences } from '#app/workflow/change'
import { change, undoOf, versionOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { daysBetween, weekdayOf } from '#app/workflow/day.server'
import { insistDone, type Refused } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { type Tx, together } from '#db/client'
import { newId } from '#db/schema/columns'
import { absences, people, supervisors } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { publishedPairings } from '#db/views'
import { type Absence, absenceLabels } from './absence'
import type { AbsenceForm, NewAbsenceForm } from './absence-form.server'
import { asForm, KIND } from './absences.server'
import { unsupervisedText } from './supervision.server'

/** Enters that somebody is away. Returns why not, or the undo. Throws 404 for strangers. */
export async function enterAbsence(me: Person, form: NewAbsenceForm, now = programNow()) {
  const id = newId()
  const refused = await addAbsence(me, form, now, id)
  return { refused, undo: refused ? undefined : await undoOf(me, KIND, id, 0) }
}

/** The same under this id: the undo of one that was removed. */
export async function addAbsence(me: Person, form: NewAbsenceForm, now: Date, id: string) {
  insist(me, 'program.edit')
  const { version, isConfirmed, ...row } = form
  return change(me, { kind: KIND, id, step: 'add', version }, now, async (tx) => {
    const it = { id, ...row }
    const [[known], others, pairings] = await together([nameOf(tx, row.personId), ...meanwhile(tx, it)])
    if (!known) throw notFound()
    const refused = whyNot(known.name, { ...it, isConfirmed }, others, pairings)
    if (refused) return refused
    const changes = [{ label: `${said(known.name, row)} added`, from: null, to: null }]
    return { changes, restores: {}, stored: tx.insert(absences).values(it) }
  })
}

/** Stores the days of an absence, why, and how it stands. */
export async function saveAbsence(me: Person, id: string, form: AbsenceForm, now = programNow()) {
  insist(me, 'program.edit')
  const { version, isConfirmed, ...set } = form
  return change(me, { kind: KIND, id, version }, now, async (tx) => {
    const { name, ...before } = await absenceIn(tx, id)
    const it = { ...before, ...set }
    const [others, pairings] = await together(meanwhile(tx, it))
    const refused = whyNot(name, { ...it, isConfirmed }, others, pairings, before)
    if (refused) return refused
    const stored = tx.update(absences).set(set).where(eq(absences.id, id))
    const named = differences(absenceLabels, before, set)
    const changes = named.map((it) => ({ ...it, label: `${said(name, before)}: ${it.label}` }))
    return { changes, restores: asForm(before), stored }
  })
}

/** Removes an absence: the person is here on these days. Returns what to say. Throws 404. */
export async function removeAbsence(me: Person, id: string, now = programNow()) {
  insist(me, 'program.edit')
  const [{ version }] = await versionOf(KIND, id)
  insistDone(await takeAway(me, id, { version }, now))
  return undoOf(me, KIND, id, version)
}

/** The same at a version: the undo of one that was entered. */
export async function takeAway(me: Person, id: string, { version }: { version: number }, now = programNow()) {
  insist(me, 'program.edit')
  return change(me, { kind: KIND, id, step: 'remove', version }, now, async (tx) => {
    const { name, ...before } = await absenceIn(tx, id)
    const changes = [{ label: `${said(name, before)} removed`, from: null, to: null }]
    return { changes, restores: asForm(before), stored: tx.delete(absences).where(eq(absences.id, id)) }
  })
}

type Days = Pick<Absence, 'firstOn' | 'lastOn' | 'kind'>

/** "Noor Haddad away April 1 – 3, 2027, Meeting". */
const said = (name: string, it: Days) => `${name} away ${spellText(it)}`
const spellText = (it: Days) => `${daysText(it.firstOn, it.lastOn, { year: true })}, ${it.kind}`

/** Their other absences on these days, and who is paired with them then: to be read together. */
const meanwhile = (tx: Tx, it: Absence) =>
  [
    tx
      .select()
      .from(absences)
      .where(
        and(
          eq(absences.personId, it.personId),
          ne(absences.id, it.id),
          ne(absences.status, 'refused'),
          lte(absences.firstOn, it.lastOn),
          gte(absences.lastOn, it.firstOn),
        ),
      ),
    publishedPairings(tx, [it.personId], it.firstOn, it.lastOn),
  ] as const

type Entered = Absence & { isConfirmed: boolean }
type Paired = Awaited<ReturnType<typeof publishedPairings>>

/** Refused where they are away already, or leave a published pairing alone on days that nobody confirmed. */
function whyNot(
  name: string,
  it: Entered,
  [other]: Absence[],
  pairings: Paired,
  before?: Absence,
): Refused | undefined {
  if (it.status === 'refused') return undefined
  if (other) return { fields: { firstOn: `${name} is away already ${spellText(other)}` } }
  if (it.status !== 'approved' || it.isConfirmed) return undefined
  const isNew = (day: string) => weekdayOf(day) <= 5 && covers(it, day) && !(isApproved(before) && covers(before, day))
  const lost = pairings.flatMap(({ student, blockId, firstOn, lastOn }) => {
    const days = daysBetween(firstOn, lastOn).filter(isNew)
    return days.length > 0 ? [{ student, blockId, firstOn: days[0], lastOn: days[days.length - 1] }] : []
  })
  if (lost.length === 0) return undefined
  return { fields: { isConfirmed: `Confirm that these students lose their supervisor: ${unsupervisedText(lost)}` } }
}

const isApproved = (it: Absence | undefined): it is Absence => it?.status === 'approved'
const covers = (it: { firstOn: string; lastOn: string }, day: string) => it.firstOn <= day && day <= it.lastOn

const nameOf = (tx: Tx, personId: string) =>
  tx
    .select({ name: people.name })
    .from(supervisors)
    .innerJoin(people, eq(people.id, supervisors.personId))
    .where(eq(supervisors.personId, personId))

async function absenceIn(tx: Tx, id: string): Promise<Absence & { name: string }> {
  const [row] = await tx
    .select({ it: absences, name: people.name })
    .from(absences)
    .innerJoin(people, eq(people.id, absences.personId))
    .where(eq(absences.id, id))
  if (!row) throw notFound()
  return { ...row.it, name: row.name }
}
