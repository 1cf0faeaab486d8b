import { takeIdsFrom } from '#db/schema/columns'
import { idOf } from './cast'

/** One thing that somebody did, by the command of its page; `ids` are those of the rows it makes first. */
export type Moment = { at: Date; ids?: string[]; tell: (at: Date) => Promise<unknown> }

/**
 * Lets everything happen in the order of time, each command with the clock where its moment stands: what a rule
 * forbids ends the seed. Rows get the same ids each time.
 */
export async function tellStory(moments: Moment[]): Promise<void> {
  let [names, made]: [string[], number] = [[], 0]
  takeIdsFrom(() => names.shift() ?? idOf(`row ${made++}`))
  try {
    for (const { at, ids = [], tell } of [...moments].sort((a, b) => a.at.getTime() - b.at.getTime())) {
      names = [...ids]
      await tell(at).catch((refusal) => stop(at, refusal))
    }
  } finally {
    takeIdsFrom(undefined)
  }
}

async function stop(at: Date, refusal: unknown): Promise<never> {
  if (!(refusal instanceof Response)) throw refusal
  throw new Error(`The demo year stops at ${at.toISOString()}: ${await refusal.text()}`, { cause: refusal })
}
