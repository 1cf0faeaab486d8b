import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { read, type Tx, write } from '#db/client'
import { jobs } from '#db/schema/index'
import { programNow } from './clock.server'

export type Job = typeof jobs.$inferSelect
type Queued = { name: string; key: string; input?: unknown; dueAt: Date }

const LEASE_MS = 60_000
const machineMs = sql<number>`cast(unixepoch('subsec') * 1000 as integer)`
const freshLease = sql`${machineMs} + ${LEASE_MS}`

/** Queues work in the transaction that asks for it. False when work with this key has been queued before. */
export async function enqueue(tx: Tx, job: Queued): Promise<boolean> {
  const queued = await tx.insert(jobs).values(job).onConflictDoNothing().returning({ id: jobs.id })
  return queued.length > 0
}

/** Work that repeats has one row; should a clock have been set back, it is due no later than one period from now. */
export async function keepRepeating(names: { name: string; everyMs: number }[], now: Date): Promise<void> {
  const rows = await read
    .select()
    .from(jobs)
    .where(
      inArray(
        jobs.key,
        names.map(({ name }) => name),
      ),
    )
  const known = new Map(rows.map((row) => [row.key, row]))
  const isLate = ({ name, everyMs }: { name: string; everyMs: number }) =>
    Number(known.get(name)?.dueAt ?? 0) > now.getTime() + everyMs
  const added = names.filter(({ name }) => !known.has(name)).map(({ name }) => ({ name, key: name, dueAt: now }))
  const late = names.filter(isLate).map(({ name }) => name)
  if (added.length === 0 && late.length === 0) return
  await write(async (tx) => {
    if (added.length > 0) await tx.insert(jobs).values(added).onConflictDoNothing()
    if (late.length > 0) await tx.update(jobs).set({ dueAt: now }).where(inArray(jobs.key, late))
  })
}

const isFree = (now: Date) =>
  or(and(eq(jobs.state, 'due'), lte(jobs.dueAt, now)), and(eq(jobs.state, 'running'), lt(jobs.leaseUntil, machineMs)))

/** What could be claimed now, oldest first: due, or left behind by a process that died. */
export function listDueJobs(names: string[], now: Date): Promise<Job[]> {
  return read
    .select()
    .from(jobs)
    .where(and(inArray(jobs.name, names), isFree(now)))
    .orderBy(asc(jobs.dueAt))
}

/** Takes the job for this process, or returns undefined when another was faster. */
export function claimJob(id: string, now: Date): Promise<Job | undefined> {
  const taken = {
    state: 'running',
    leaseUntil: freshLease,
    startedAt: new Date(),
    endedAt: null,
    progress: null,
  } as const
  return write(async (tx) => {
    const [job] = await tx
      .update(jobs)
      .set({ ...taken, attempts: sql`${jobs.attempts} + 1` })
      .where(and(eq(jobs.id, id), isFree(now)))
      .returning()
    return job
  })
}

/** Only the process that claimed it last: a later claim has a later start. */
const isMine = ({ id, attempts, startedAt }: Job) =>
  and(
    eq(jobs.id, id),
    eq(jobs.state, 'running'),
    eq(jobs.attempts, attempts),
    eq(jobs.startedAt, startedAt ?? new Date(0)),
  )

/** Renews the lease, and says how far the work is. Returns false when it was asked to stop or is no longer ours. */
export async function carryOn(job: Job, progress?: number): Promise<boolean> {
  const set = { leaseUntil: freshLease, ...(progress === undefined ? {} : { progress }) }
  const [row] = await write((tx) => tx.update(jobs).set(set).where(isMine(job)).returning())
  return row !== undefined && row.cancelAskedAt === null
}

type End = Partial<Pick<Job, 'state' | 'dueAt' | 'attempts' | 'error' | 'cancelAskedAt'>>

/** Writes how the work ended, unless another process has taken it over. */
export async function endJob(job: Job, end: End): Promise<boolean> {
  const set = { leaseUntil: null, endedAt: programNow(), error: null, ...end }
  const ended = await write((tx) => tx.update(jobs).set(set).where(isMine(job)).returning({ id: jobs.id }))
  return ended.length > 0
}

/** Asks running work to stop at its next step; work that has not begun is cancelled at once. */
export async function cancelJob(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .update(jobs)
    .set({ state: 'cancelled', endedAt: now })
    .where(and(eq(jobs.id, id), eq(jobs.state, 'due')))
  const isRunning = and(eq(jobs.id, id), eq(jobs.state, 'running'), isNull(jobs.cancelAskedAt))
  await tx.update(jobs).set({ cancelAskedAt: now }).where(isRunning)
}

/** Makes work due now that gave up, was cancelled, or waits after a failure. False when there is nothing to start. */
export async function startJob(tx: Tx, id: string, now: Date): Promise<boolean> {
  const again = { state: 'due', dueAt: now, attempts: 0, cancelAskedAt: null } as const
  const isIdle = inArray(jobs.state, ['failed', 'cancelled', 'due'])
  const started = await tx
    .update(jobs)
    .set(again)
    .where(and(eq(jobs.id, id), isIdle))
    .returning({ id: jobs.id })
  return started.length > 0
}

const LOOK_AGAIN_MS = 60_000

/** Notes that a due job was looked at and has nothing to do: at most one write a minute, so that idling stays cheap. */
export async function passOver(id: string, now: Date): Promise<void> {
  const isOld = lte(jobs.dueAt, new Date(now.getTime() - LOOK_AGAIN_MS))
  const [waits] = await read
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.id, id), isOld))
  if (waits)
    await write((tx) =>
      tx
        .update(jobs)
        .set({ dueAt: now })
        .where(and(eq(jobs.id, id), isOld, isFree(now))),
    )
}

/** How long the oldest due job has been waiting, in milliseconds; 0 when none is due. */
export async function longestWait(now: Date): Promise<number> {
  const oldest = sql<number | null>`min(${jobs.dueAt})`
  const [row] = await read.select({ oldest }).from(jobs).where(eq(jobs.state, 'due'))
  return row?.oldest ? Math.max(0, now.getTime() - row.oldest) : 0
}
