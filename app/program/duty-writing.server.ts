import { inArray } from 'drizzle-orm'
import { daysText } from '#app/ui/time'
import type { Change } from '#app/workflow/change'
import { change, recordChange } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import type { Refused } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { duties } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Duty, enter, isUnchanged, keyOf, type Range, type Rewritten } from './duty-range.server'
import type { DutyExchange, EntryForm } from './entry-form.server'
import { KIND } from './schedule.server'
import { insistKnown, type Names, namesOf, neighbours, rangeOf } from './schedule-entry.server'
import { unsupervised, unsupervisedText } from './supervision.server'

type Consent = { seen: string; isConfirmed: boolean }
const overtaken = 'Somebody changed the schedule meanwhile. Look at what changes now, then save'

/**
 * Enters a range: it replaces what it overlaps. Refused when what stands is not what the preview showed, and when a
 * published pairing would lose its supervisor, unless that is confirmed.
 */
export async function saveEntry(me: Person, form: EntryForm, consent: Consent, now = programNow()) {
  insist(me, 'program.edit')
  const range = rangeOf(form)
  return write(async (tx): Promise<Refused | undefined> => {
    const [names, standing] = await together([namesOf(tx), neighbours(tx, range)])
    insistKnown(names, range)
    const rewritten = enter(standing, range, newId)
    if (isUnchanged(rewritten)) return { fields: { '': 'Nothing changes: this stands already' } }
    if (keyOf(rewritten.before) !== consent.seen) return { fields: { '': overtaken }, status: 409 }
    const lost = await unsupervised(tx, rewritten)
    if (lost.length > 0 && !consent.isConfirmed) return { fields: { isConfirmed: lostText(unsupervisedText(lost)) } }
    await exchange(tx, rewritten)
    const changes = [changeOf(rewritten, range, names)]
    const restores = { before: rewritten.after, after: rewritten.before }
    const others = othersIn(rewritten, range.personId)
    await together([
      recordChange(tx, me, { kind: KIND, id: range.personId, changes, restores }, now),
      ...others.map((id) => recordChange(tx, me, { kind: KIND, id, changes }, now)),
    ])
  })
}

const lostText = (who: string) => `Confirm that these weeks lose their supervisor, or pair them anew first: ${who}`

async function exchange(tx: Tx, { before, after }: Rewritten): Promise<void> {
  const ids = before.map(({ id }) => id)
  if (ids.length > 0) await tx.delete(duties).where(inArray(duties.id, ids))
  if (after.length > 0) await tx.insert(duties).values(after)
}

const othersIn = ({ before }: Rewritten, personId: string) => [
  ...new Set(before.map((row) => row.personId).filter((id) => id !== personId)),
]

/** "Noor Haddad, November 1 – 30: Elective → Peripheral IR"; of the rota, who had the week and who has it. */
function changeOf({ before }: Rewritten, range: Range, names: Names): Change {
  const isRota = range.kind === 'consult week' || range.kind === 'stroke week'
  const days = daysText(range.firstOn, range.lastOn, { year: true })
  const person = names.people.get(range.personId) ?? ''
  const said = (row: Pick<Range, 'personId' | 'serviceId'>) =>
    isRota ? names.people.get(row.personId) : names.services.get(row.serviceId ?? '')
  const inside = before.filter(({ firstOn, lastOn }) => firstOn <= range.lastOn && lastOn >= range.firstOn)
  const from = [...new Set(inside.map((row) => said(row)))].join('; ') || null
  const what = isRota ? `${range.kind[0].toUpperCase()}${range.kind.slice(1)}` : person
  const call = range.kind === 'call' ? ', call' : ''
  return { label: `${what}${call}, ${days}`, from, to: (range.serviceId && said(range)) || null }
}

/** Puts back what stood before, if what was entered still stands and no pairing loses its supervisor. */
export async function exchangeDuties(me: Person, personId: string, form: DutyExchange, now = programNow()) {
  insist(me, 'program.edit')
  const thing = { kind: KIND, id: personId, version: form.version }
  return change(me, thing, now, async (tx): Promise<Refused | { changes: Change[]; restores: unknown }> => {
    const rows = await standing(tx, form.before)
    if (keyOf(rows) !== keyOf(form.before)) return { fields: { from: 'The schedule was changed since' } }
    const lost = await unsupervised(tx, form)
    if (lost.length > 0) return { fields: { from: `Weeks would lose their supervisor: ${unsupervisedText(lost)}` } }
    await exchange(tx, form)
    const changes = [{ label: 'Put back', ...(await inWords(tx, form)) }]
    return { changes, restores: { before: form.after, after: form.before } }
  })
}

async function standing(tx: Tx, rows: Duty[]): Promise<Duty[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const found = await tx.select().from(duties).where(inArray(duties.id, ids))
  return found.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

async function inWords(tx: Tx, { before, after }: Rewritten) {
  const names = await namesOf(tx)
  const said = (rows: Duty[]) =>
    rows
      .map(({ personId, serviceId, firstOn, lastOn }) => {
        const [who, what] = [names.people.get(personId), names.services.get(serviceId)]
        return `${who}: ${what}, ${daysText(firstOn, lastOn, { year: true })}`
      })
      .join('\n') || null
  return { from: said(before), to: said(after) }
}
