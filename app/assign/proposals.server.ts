import { and, desc, eq, isNull, max } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { cancelJob, enqueue } from '#app/workflow/queue.server'
import { notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { jobs, proposals } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { seedOf } from './lottery.server'
import { seasonOf } from './season.server'
import { inputHash } from './serial-order.server'

/** The name of the background work that solves, and its key. */
export const SOLVING = 'propose places'
export const jobKey = (proposalId: string) => `proposal ${proposalId}`

/**
 * Begins to work out places for everybody who waits and returns the run's id. A run that goes on is not begun again,
 * nor one that was proven for the same input. An older open proposal of the year is set aside.
 */
export function proposePlaces(me: Person, yearId: string, now: Date = programNow()): Promise<string> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [seed, season, open, number] = await together([
      seedOf(tx, yearId, now),
      seasonOf(tx, yearId, now),
      openProposal(tx, yearId),
      nextNumber(tx, yearId),
    ])
    const run = { yearId, seed, number, inputHash: inputHash(season, seed) }
    if (open && (open.status === 'running' || (open.status === 'optimal' && open.inputHash === run.inputHash)))
      return open.id
    return begin(tx, me, run, open?.id, now)
  })
}

async function nextNumber(tx: Tx, yearId: string): Promise<number> {
  const [{ last }] = await tx
    .select({ last: max(proposals.number) })
    .from(proposals)
    .where(eq(proposals.yearId, yearId))
  return (last ?? 0) + 1
}

type Run = Pick<typeof proposals.$inferInsert, 'yearId' | 'seed' | 'inputHash' | 'number'>

async function begin(tx: Tx, me: Person, run: Run, openId: string | undefined, now: Date): Promise<string> {
  const id = newId()
  const empty = { id, seats: [], unplaced: [], status: 'running' as const }
  await together([
    ...(openId ? [tx.update(proposals).set({ discardedAt: now }).where(eq(proposals.id, openId))] : []),
    tx.insert(proposals).values({ ...run, ...empty, madeById: me.personId, madeAt: now }),
    record(tx, me, { subjectKind: 'proposal', subjectId: id, step: 'propose', to: 'running' }, now),
    enqueue(tx, { name: SOLVING, key: jobKey(id), input: { proposalId: id }, dueAt: now }),
  ])
  return id
}

export const isOpen = (yearId: string) =>
  and(eq(proposals.yearId, yearId), isNull(proposals.acceptedAt), isNull(proposals.discardedAt))

/** The proposal of a year that is neither accepted nor discarded. */
export async function openProposal(tx: Tx, yearId: string) {
  const [row] = await tx.select().from(proposals).where(isOpen(yearId)).orderBy(desc(proposals.number)).limit(1)
  return row
}

/** Sets the open proposal aside; nothing else changes. One that is being worked out is stopped. */
export function discardProposal(me: Person, yearId: string, now: Date = programNow()): Promise<void> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const open = await openProposal(tx, yearId)
    if (!open) throw notFound('There is no open proposal.')
    if (open.status !== 'running') return close(tx, me, open.id, 'discard', now)
    await together([
      tx.update(proposals).set({ status: 'cancelled' }).where(eq(proposals.id, open.id)),
      stopJob(tx, open.id, now),
      close(tx, me, open.id, 'cancel', now),
    ])
  })
}

async function stopJob(tx: Tx, proposalId: string, now: Date): Promise<void> {
  const [job] = await tx
    .select({ id: jobs.id })
    .from(jobs)
    .where(eq(jobs.key, jobKey(proposalId)))
  if (job) await cancelJob(tx, job.id, now)
}

/** Marks a proposal as accepted, discarded or cancelled. */
export async function close(tx: Tx, me: Person, id: string, step: 'accept' | 'discard' | 'cancel', now: Date) {
  const set = step === 'accept' ? { acceptedAt: now } : { discardedAt: now }
  await together([
    tx.update(proposals).set(set).where(eq(proposals.id, id)),
    record(tx, me, { subjectKind: 'proposal', subjectId: id, step }, now),
  ])
}
