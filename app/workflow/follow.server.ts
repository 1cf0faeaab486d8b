import { type Tx, together } from '#db/client'
import type { Actor } from '#db/schema/people/actors'

export type Subject = { id: string }
/** What a step sets off in a later room; runs in the step's own transaction. */
export type Follower = (tx: Tx, subjectId: string, me: Actor, now: Date) => Promise<void>

const home = globalThis as { portalFollows?: Map<string, Follower[]> }

/** Replaces the register: `app/follows.server.ts` calls it once. Keys are `kind.step`. */
export function registerFollows(follows: Record<string, Follower[]>): void {
  home.portalFollows = new Map(Object.entries(follows))
}

/** Runs what follows this step. Throws while the register is empty, so that no process forgets to load it. */
export async function follow(tx: Tx, step: string, subjectId: string, me: Actor, now: Date): Promise<void> {
  if (!home.portalFollows) throw new Error('import #app/follows.server first: nothing would follow this step')
  const followers = home.portalFollows.get(step) ?? []
  await together(followers.map((follower) => follower(tx, subjectId, me, now)))
}
