import { read, write } from '#db/client'
import { clock } from '#db/schema/index'

/** Runs apart from the machine's clock only where its row says so. Loaded at start, kept on globalThis. */
const home = globalThis as { portalClock?: { isDemo: boolean; ahead: number }; portalClockMoves?: Promise<unknown> }

/** Reads the clock row; call it once after migrating. */
export async function loadClock(): Promise<void> {
  const row = await read.query.clock.findFirst()
  home.portalClock = row
    ? { isDemo: row.isDemo, ahead: row.programAt.getTime() - row.machineAt.getTime() }
    : { isDemo: false, ahead: 0 }
}

export const isDemo = () => home.portalClock?.isDemo ?? false

/** The program's time: deadlines, due jobs, events. Sign-ins, codes, limits and leases use the machine's. */
export const programNow = () => new Date(Date.now() + (home.portalClock?.ahead ?? 0))

/** Marks this database as a demo whose clock stands at `at` now and runs on. */
export async function setDemoClock(at: Date): Promise<void> {
  const row = { id: 1, isDemo: true, programAt: at, machineAt: new Date() }
  await write((tx) => tx.insert(clock).values(row).onConflictDoUpdate({ target: clock.id, set: row }))
  await loadClock()
}

/** Whether somebody is moving the demo's clock: then the runner waits, so that all that falls due happens in order. */
export const isClockMoving = () => home.portalClockMoves !== undefined

/** One move of the demo's clock after another. */
export function moveClock<T>(work: () => Promise<T>): Promise<T> {
  const move = (home.portalClockMoves ?? Promise.resolve()).then(work)
  const settled = move
    .catch(() => {})
    .finally(() => {
      if (home.portalClockMoves === settled) home.portalClockMoves = undefined
    })
  home.portalClockMoves = settled
  return move
}
