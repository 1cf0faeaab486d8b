import { CHANGING } from '#app/assign/block-change'
import type { Tone } from '#app/ui/tag'
import type { jobs } from '#db/schema/index'

export type Job = typeof jobs.$inferSelect

/** Where a job stands. What repeats never gives up: after a failure it is due again, and says why it failed. */
export function jobTag({ state, error, progress, cancelAskedAt }: Job): { label: string; tone: Tone } {
  if (state === 'running' && cancelAskedAt) return { label: 'Stopping', tone: 'warn' }
  if (state === 'running') return { label: progress === null ? 'Running' : `Running, ${progress}%`, tone: 'info' }
  if (state === 'failed') return { label: 'Given up', tone: 'bad' }
  if (state === 'due' && error) return { label: 'Failed, tried again', tone: 'warn' }
  if (state === 'cancelled') return { label: 'Cancelled', tone: 'neutral' }
  return state === 'due' ? { label: 'Waiting', tone: 'neutral' } : { label: 'Done', tone: 'ok' }
}

/**
 * Why nobody may start it now, as a sentence; null where they may. A change of a block that was dropped is planned
 * again instead, which looks at who is in it by then and can be undone.
 */
export function startBarOf({ name, state, error }: Pick<Job, 'name' | 'state' | 'error'>): string | null {
  if (name === CHANGING && state === 'cancelled') return 'This change was undone. Plan it again on the block’s page.'
  if (state === 'failed' || state === 'cancelled' || error) return null
  return state === 'due' ? 'This waits for its time.' : 'This is running or done already.'
}
