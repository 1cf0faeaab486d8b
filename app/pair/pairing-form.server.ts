import type { Person } from '#db/schema/people/actors'
import { attendingField, residentField } from './board.server'
import { judgeOf, spansOf } from './judge.server'
import { type Entry, findBlock, type Student, savePairings } from './pairings.server'
import type { Refused } from './refused'

type Facts = Awaited<ReturnType<typeof findBlock>>

/** Saves what was chosen, or says what forbids it: each week's sentence, and everything chosen, to show again. */
export async function savePairingForm(me: Person, blockId: string, form: FormData): Promise<Refused | null> {
  const facts = await findBlock(me, blockId)
  const chosen = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]))
  const entries = facts.students.flatMap((student) => entriesOf(facts, student, chosen))
  const errors = errorsOf(facts, entries)
  if (Object.keys(errors).length > 0) {
    return { errors, chosen }
  }
  const records = facts.students
    .map(({ placementId }) => ({ placementId, attendingId: chosen[attendingField(placementId)] ?? '' }))
    .filter((it) => it.attendingId !== '')
  try {
    await savePairings(me, blockId, entries, records)
    return null
  } catch (refusal) {
    if (!(refusal instanceof Response) || refusal.status !== 409) throw refusal
    return { errors: { '': await refusal.text() }, chosen }
  }
}

function entriesOf(facts: Facts, student: Student, chosen: Record<string, string>): Entry[] {
  const { placementId } = student
  const spans = spansOf(student, facts).flat()
  const isAsked = spans.some((span) => residentField(placementId, span.firstOn) in chosen)
  if (!isAsked) return []
  return spans.map((span) => ({
    ...span,
    placementId,
    supervisorId: chosen[residentField(placementId, span.firstOn)] || null,
  }))
}

function errorsOf(facts: Facts, entries: Entry[]): Record<string, string> {
  const errors: Record<string, string> = {}
  const pairings = entries.flatMap((it) => (it.supervisorId ? [{ ...it, supervisorId: it.supervisorId }] : []))
  const { whyNot } = judgeOf(facts, pairings)
  const students = new Map(facts.students.map((it) => [it.placementId, it]))
  for (const entry of pairings) {
    const why = whyNot(students.get(entry.placementId)!, entry.supervisorId, entry)
    const name = facts.supervisors.find((it) => it.id === entry.supervisorId)?.name ?? 'This person'
    if (why) errors[residentField(entry.placementId, entry.firstOn)] = `${name} ${why}.`
  }
  return errors
}
