import { dayText } from '#app/ui/time'
import type { Change } from '#db/schema/workflow/events'

export type { Change }
export type Changed = {
  id: string
  subjectId: string
  at: Date
  by: string
  step: string
  changes: Change[] | null
  mayUndo: boolean
}

/** A value as people read it: lists line by line, yes and no for flags, null for nothing. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join('\n') : null
  return String(value)
}

/** The fields that differ, in the order of `labels`, each with its value before and after. */
export function differences(
  labels: Record<string, string>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Change[] {
  return Object.entries(labels)
    .map(([name, label]) => ({ name, label, from: shown(before[name]), to: shown(after[name]) }))
    .filter(({ from, to }) => from !== to)
}

type Item = { id: string; name: string }

/** How a list differs: what came, what went, each field that changed, and the order of what stayed. */
export function listDifferences<T extends Item>(noun: string, labels: Record<string, string>, before: T[], after: T[]) {
  const was = new Map(before.map((item) => [item.id, item]))
  const is = new Set(after.map(({ id }) => id))
  const said = (item: T, what: string) => ({ label: `${noun} “${item.name}” ${what}`, from: null, to: null })
  const stayed = (list: T[], other: { has: (id: string) => boolean }) =>
    list.filter(({ id }) => other.has(id)).map(({ id }) => id)
  const isMoved = stayed(before, is).join() !== stayed(after, was).join()
  const names = (list: T[]) => list.map(({ name }) => name).join('; ') || null
  return [
    ...before.filter(({ id }) => !is.has(id)).map((item) => said(item, 'removed')),
    ...after.filter(({ id }) => !was.has(id)).map((item) => said(item, 'added')),
    ...after.flatMap((item) => fieldsOf(item, was.get(item.id), labels)),
    ...(isMoved ? [{ label: `Order of ${noun.toLowerCase()}s`, from: names(before), to: names(after) }] : []),
  ] satisfies Change[]
}

const fieldsOf = <T extends Item>(item: T, before: T | undefined, labels: Record<string, string>): Change[] =>
  before
    ? differences(labels, before, item).map(({ name: _, label, ...it }) => ({
        label: `${before.name}, ${label}`,
        ...it,
      }))
    : []

/** A day is kept as it is typed, and read as people write it. */
const asRead = (value: string) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value, { year: true }) : value)

/** "Days to reply: 14 → 10", "Fee: $150", "Note: emptied, was Time set by us"; "Session “Call” removed". */
export function changeText({ label, from, to }: Change): string {
  if (from === null) return to === null ? label : `${label}: ${asRead(to)}`
  return to === null ? `${label}: emptied, was ${asRead(from)}` : `${label}: ${asRead(from)} → ${asRead(to)}`
}
