import { instantText } from '#app/ui/time'
import { differences } from '#app/workflow/change'
import { changedSince, recordChange } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import type { Refused, Since } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { type Tx, together, write } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import type { Change } from '#db/schema/workflow/events'
import { type Calendar, type Flaw, flawsOf, halvesOf } from './calendar'
import { calendarIn, KIND } from './calendar-record.server'
import { type Kept, storeCalendar } from './calendar-store.server'
import { brokenBy } from './calendar-uses.server'

/** Which year, how often it had been changed when the form was opened, and which block the form was about. */
export type Edit = { yearId: string; version: number; block?: string }
type Snapshot = Calendar & { kept: Kept; version: number }
type Edited = Calendar & { kept?: Kept; told?: Change[] }
type Work = (before: Calendar, tx: Tx) => Promise<Edited | Refused> | Edited | Refused

/**
 * Changes the calendar of a year in one write: `work` returns how it shall be. Refused when somebody changed the same
 * meanwhile, when the dates cannot be so, and when it would break what people hold. Tells what changed, undoable.
 */
export function changeCalendar(me: Person, edit: Edit, now: Date, work: Work): Promise<Refused | undefined> {
  insist(me, 'program.edit')
  return write(async (tx) => {
    const [before, since] = await together([
      calendarIn(tx, edit.yearId),
      changedSince(tx, KIND, edit.yearId, edit.version),
    ])
    const inTheWay = since && (edit.block ? about(edit.block, before, since) : since)
    if (inTheWay) return { since: inTheWay }
    const after = await work(before, tx)
    if ('since' in after || 'fields' in after) return after
    const flaws = [...flawsOf(after), ...(await brokenBy(tx, before, after))]
    if (flaws.length > 0) return { fields: fieldsOf(flaws, after, before, edit.block) }
    const kept = await storeCalendar(tx, before, after)
    const changes = after.told ?? differencesOf(before, after)
    await recordChange(tx, me, { kind: KIND, id: edit.yearId, changes, restores: { ...before, kept } }, now)
  })
}

/** Of what others changed, only what concerns this block or its halves; null when nothing does. */
function about(blockId: string, { blocks }: Calendar, since: Since): Since | null {
  const halves = halvesOf(blocks, blockId).map(({ id }) => id)
  const changes = since.changes.flatMap(({ name, ...it }) => {
    const [id, field] = name?.split('.') ?? []
    if (id === blockId) return [{ ...it, name: field }]
    return halves.includes(id) ? [it] : []
  })
  return changes.length > 0 ? { ...since, changes } : null
}

/** Each flaw under its field: of the block that the form is about, of its halves, else of the form. */
function fieldsOf(flaws: Flaw[], after: Calendar, before: Calendar, blockId?: string): Record<string, string> {
  const all = [...after.blocks, ...before.blocks]
  const fields: Record<string, string> = {}
  for (const { blockId: id, field, say } of [...flaws].reverse()) {
    const block = all.find((it) => it.id === id)
    const at = blockId ? halvesOf(after.blocks, blockId).findIndex((half) => half.id === id) : -1
    const own = at >= 0 ? `halves[${at}].${field}` : id === blockId ? field : ''
    const isGoneHalf = !own && block?.partOfId === blockId
    fields[isGoneHalf ? 'halves' : own] = own ? say : `Block ${block?.name}: ${say}`
  }
  return fields
}

const blockLabels = {
  name: 'name',
  firstOn: 'first day',
  lastOn: 'last day',
  applyByOn: 'apply by',
  mostStudents: 'most students',
}

export function differencesOf(before: Calendar, after: Calendar): Change[] {
  const said = (label: string): Change => ({ label, from: null, to: null })
  const was = (id: string) => before.blocks.find((block) => block.id === id)
  const gone = before.blocks.filter(({ id }) => !after.blocks.some((block) => block.id === id))
  return [
    ...differences({ firstOn: 'First day', lastOn: 'Last day', opensAt: 'Opens' }, inWords(before), inWords(after)),
    ...gone.map(({ name }) => said(`Block ${name} removed`)),
    ...after.blocks.flatMap((block) => {
      const old = was(block.id)
      if (!old) return [said(`Block ${block.name} added`)]
      return differences(blockLabels, old, block).map((it) => ({
        ...it,
        name: `${block.id}.${it.name}`,
        label: `Block ${old.name}, ${it.label}`,
      }))
    }),
    ...holidayDifferences(before, after),
  ]
}

const inWords = ({ year }: Calendar) => ({
  ...year,
  opensAt: year.opensAt && instantText(year.opensAt, { year: true }),
})

function holidayDifferences({ holidays: before }: Calendar, { holidays: after }: Calendar): Change[] {
  const named = (list: Calendar['holidays']) => new Map(list.map(({ on, name }) => [on, name]))
  const [was, is] = [named(before), named(after)]
  const days = [...new Set([...was.keys(), ...is.keys()])].sort()
  return days
    .filter((on) => was.get(on) !== is.get(on))
    .map((on) => ({ label: `Holiday on ${on}`, from: was.get(on) ?? null, to: is.get(on) ?? null }))
}

/** Puts back a calendar as it stood before a change, with what stood on blocks that were removed. */
export function restoreCalendar(me: Person, yearId: string, form: Snapshot, now = programNow()) {
  const { version, ...before } = form
  return changeCalendar(me, { yearId, version }, now, () => before)
}
