import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { wakeRunner } from '#app/workflow/waking.server'
import { read } from '#db/client'
import { proposals } from '#db/schema/index'

const LOOK_MS = 100
const MOST_MS = 4000

/** Has the run begun at once and waits for its end, a few seconds at most: most proposals need no page that waits. */
export async function soonEnded(proposalId: string): Promise<void> {
  if (!wakeRunner()) return
  for (const until = Date.now() + MOST_MS; Date.now() < until; await pause(LOOK_MS)) {
    const [run] = await read.select({ status: proposals.status }).from(proposals).where(eq(proposals.id, proposalId))
    if (run?.status !== 'running') return
  }
}
