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

/** Whether somebody may start it now instead of waiting. */
export const mayStart = ({ state, error }: Job) => state === 'failed' || state === 'cancelled' || Boolean(error)
