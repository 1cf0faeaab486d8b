import type { Tone } from '#app/ui/tag'
import type { requirements } from '#db/schema/index'

export type Requirement = typeof requirements.$inferSelect
export type Phase = Requirement['phase']

/** What is thought of a requirement for one block: `says` tells what is wrong and what would cure it. */
export type Verdict = { state: 'ok' | 'received' | 'missing' | 'problem'; says: string }

/** Whether the student has done their part. */
export const isDone = (verdict: Verdict) => verdict.state === 'ok' || verdict.state === 'received'

/** The state of a task in the student's list; only a problem is colored. */
export function taskState(verdict: Verdict): { state: string; tone?: Tone; todo?: boolean } {
  if (verdict.state === 'problem') return { state: 'There is a problem', tone: 'bad' }
  if (verdict.state === 'missing') return { state: 'Not yet started', todo: true }
  return { state: 'Completed' }
}

/** Requirements that a file is handed in for. */
export const takesFile = ({ rule }: Pick<Requirement, 'rule'>) =>
  ['file', 'issued-within', 'valid-through-last-day', 'flu-season'].includes(rule.kind)
/** What the date means that a dated requirement asks for; undefined where none is asked. */
export function dateLabel({ rule }: Pick<Requirement, 'rule'>): string | undefined {
  if (rule.kind === 'issued-within') return 'When was it issued?'
  if (rule.kind === 'flu-season') return 'When was the dose given?'
  if (rule.kind !== 'valid-through-last-day') return undefined
  return rule.days ? 'What is its date?' : 'Until when is it valid?'
}
