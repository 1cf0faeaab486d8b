import { eq } from 'drizzle-orm'
import { differences } from '#app/workflow/change'
import { change, changesOf, undoOf, versionOf } from '#app/workflow/changes.server'
import { typedDate } from '#app/workflow/civil-date.server'
import { programNow } from '#app/workflow/clock.server'
import { insistDone } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx } from '#db/client'
import { newId } from '#db/schema/columns'
import { conferences } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Conference, conferenceLabels, rhythmOf, rhythms, weekdays } from './conference'
import type { ConferenceForm } from './conference-form.server'
import { everyConference } from './conferences.server'

const KIND = 'conference'

/** Every conference, ended ones too, and what was changed on any. One round trip. */
export async function conferenceSettings(me: Person) {
  insist(me, 'program.edit')
  const [list, changes] = await readAll(everyConference(), changesOf(KIND))
  return { conferences: list, changes }
}

/** One conference as its form starts. Throws 404. One round trip. */
export async function conferenceRecord(me: Person, id: string) {
  insist(me, 'program.edit')
  const [[row], changes, [{ version }]] = await readAll(rowOf(id), changesOf(KIND, id), versionOf(KIND, id))
  if (!row) throw notFound()
  return { conference: { ...asForm(row), version }, changes }
}

const rowOf = (id: string) => read.select().from(conferences).where(eq(conferences.id, id))

/** A conference as it is typed: its rhythm in one word. */
const asTyped = ({ id: _, everyWeeks, isFirstOfMonth, ...row }: Conference) => ({
  ...row,
  rhythm: rhythmOf({ everyWeeks, isFirstOfMonth }),
})

/** The same as the form's fields hold it, dates in three parts. */
const asForm = (row: Conference) => ({
  ...asTyped(row),
  firstOn: typedDate(row.firstOn),
  lastOn: typedDate(row.lastOn),
})

const asRow = ({ version: _, rhythm, ...typed }: ConferenceForm) => ({
  ...typed,
  everyWeeks: rhythm === 'biweekly' ? 2 : 1,
  isFirstOfMonth: rhythm === 'monthly',
})

type Typed = Omit<ConferenceForm, 'version'>
const inWords = (it: Typed) => ({ ...it, weekday: weekdays[it.weekday - 1], rhythm: rhythms[it.rhythm] })

/** Adds a conference, or puts one back under the id it had. */
export async function addConference(me: Person, form: ConferenceForm, now = programNow(), id = newId()) {
  insist(me, 'program.edit')
  return change(me, { kind: KIND, id, step: 'add', version: form.version }, now, async (tx) => {
    await tx.insert(conferences).values({ id, ...asRow(form) })
    return { changes: [{ label: `“${form.name}” added`, from: null, to: null }] }
  })
}

/** Stores a conference; a last day ends it. */
export async function saveConference(me: Person, id: string, form: ConferenceForm, now = programNow()) {
  insist(me, 'program.edit')
  return change(me, { kind: KIND, id, version: form.version }, now, async (tx) => {
    const row = await conferenceIn(tx, id)
    const before = asTyped(row)
    await tx.update(conferences).set(asRow(form)).where(eq(conferences.id, id))
    const named = differences(conferenceLabels, inWords(before), inWords(form))
    return { changes: named.map((it) => ({ ...it, label: `${before.name}: ${it.label}` })), restores: asForm(row) }
  })
}

/** Removes a conference that was entered by mistake; one that took place ends by its last day. */
export async function removeConference(me: Person, id: string, now = programNow()) {
  insist(me, 'program.edit')
  const { conference } = await conferenceRecord(me, id)
  const thing = { kind: KIND, id, step: 'remove', version: conference.version }
  const refused = await change(me, thing, now, async (tx) => {
    const before = await conferenceIn(tx, id)
    const changes = [{ label: `“${before.name}” removed`, from: null, to: null }]
    return { changes, restores: asForm(before), stored: tx.delete(conferences).where(eq(conferences.id, id)) }
  })
  insistDone(refused)
  return { name: conference.name, undo: await undoOf(me, KIND, id, conference.version) }
}

async function conferenceIn(tx: Tx, id: string): Promise<Conference> {
  const [row] = await tx.select().from(conferences).where(eq(conferences.id, id))
  if (!row) throw notFound()
  return row
}
