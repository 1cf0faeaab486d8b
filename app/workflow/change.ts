import type { Change } from '#db/schema/workflow/events'

export type { Change }
export type Changed = { id: string; at: Date; by: string; step: string; changes: Change[] | null; mayUndo: boolean }

/** A value as people read it: lists line by line, yes and no for flags, null for nothing. */
export function shown(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join('; ') : null
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

/** "Days to reply: 14 → 10", "Fee: set to $150", "Note: emptied (was “Time set by us”)". */
export function changeText({ label, from, to }: Change): string {
  if (from === null) return to === null ? label : `${label}: ${to}`
  return to === null ? `${label}: emptied, was ${from}` : `${label}: ${from} → ${to}`
}
