import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Kind } from '#app/jobs/jobs.server'
import { kinds } from '#app/jobs/jobs.server'
import { runDueJobs, startRunner } from '#app/jobs/runner.server'
import { startAgain } from '#app/report/work.server'
import { cancelJob, carryOn, claimJob, endJob, enqueue, listDueJobs, longestWait } from '#app/workflow/queue.server'
import { conflict } from '#app/workflow/refusal'
import { read, write } from '#db/client'
import { jobs } from '#db/schema/index'
import { staff } from '#db/seed/cast'
import { freshDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-07-06T16:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const queued = (key: string, input?: unknown) => write((tx) => enqueue(tx, { name: 'count', key, input, dueAt: now }))
const only = async () => (await read.select().from(jobs))[0]
const expireLease = () => write((tx) => tx.update(jobs).set({ leaseUntil: new Date(Date.now() - 1) }))
const gate = () => {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}
const counting = (ran: unknown[]): Kind => ({ name: 'count', run: async ({ input }) => void ran.push(input) })

beforeEach(async () => void (await freshDatabase()))

describe('queued work', () => {
  test('is done once, with what it was given', async () => {
    const ran: unknown[] = []
    expect([await queued('a', { n: 1 }), await queued('a', { n: 2 })]).toEqual([true, false])
    expect(await runDueJobs(now, [counting(ran)])).toEqual(['count'])
    expect(await runDueJobs(later(999), [counting(ran)])).toEqual([])
    expect([ran, (await only()).state]).toEqual([[{ n: 1 }], 'done'])
  })
  test('is not begun before it is due', async () => {
    await write((tx) => enqueue(tx, { name: 'count', key: 'a', dueAt: later(60) }))
    expect(await runDueJobs(later(59), [counting([])])).toEqual([])
    expect(await runDueJobs(later(60), [counting([])])).toEqual(['count'])
  })
  test('is taken by one of two runners', async () => {
    const ran: unknown[] = []
    for (let n = 0; n < 20; n++) await queued(String(n), n)
    const names = await Promise.all([runDueJobs(now, [counting(ran)]), runDueJobs(now, [counting(ran)])])
    expect(names.flat()).toHaveLength(20)
    expect(ran.sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 20 }, (_, n) => n))
  })
  test('tells how far it is, and stops when asked', async () => {
    await queued('a')
    const told: unknown[] = []
    const run: Kind['run'] = async ({ progress }) => {
      told.push(await progress(40), (await only()).progress)
      await write(async (tx) => cancelJob(tx, (await tx.select().from(jobs))[0].id, now))
      told.push(await progress(50))
    }
    await runDueJobs(now, [{ name: 'count', run }])
    expect(told).toEqual([true, 40, false])
    expect((await only()).state).toBe('cancelled')
  })
  test('is started by hand once it failed, gave up or was cancelled, not while it waits for its time or is done', async () => {
    await queued('a')
    const { id } = await only()
    const start = () => refusalOf(startAgain(staff.whitlock, id, later(1)))
    expect(await start()).toBe('409 This waits for its time.')
    for (const stopped of [{ state: 'due', error: 'Busy' }, { state: 'failed' }, { state: 'cancelled' }] as const) {
      await write((tx) => tx.update(jobs).set({ dueAt: later(99), error: null, ...stopped }))
      expect(await startAgain(staff.whitlock, id, later(1))).toBe('count')
      expect(await only()).toMatchObject({ state: 'due', dueAt: later(1) })
    }
    await runDueJobs(later(1), [counting([])])
    expect(await start()).toBe('409 This is running or done already.')
    expect(await refusalOf(startAgain(staff.whitlock, 'no such work', now))).toMatch(/^404/)
  })
  test('that was cancelled before it began never begins', async () => {
    await queued('a')
    const { id } = await only()
    await write((tx) => cancelJob(tx, id, now))
    expect(await runDueJobs(now, [counting([])])).toEqual([])
  })
  test('that fails is tried again later, five times in all, and says why', async () => {
    await queued('a')
    const run = async () => {
      throw new Error('The disk is full')
    }
    let at = now
    for (let n = 1; n <= 5; n++) {
      expect(await runDueJobs(at, [{ name: 'count', run }])).toEqual(['count'])
      expect(await runDueJobs(at, [{ name: 'count', run }]), 'not at once').toEqual([])
      at = (await only()).dueAt
    }
    const job = await only()
    expect([job.state, job.attempts, job.error]).toEqual(['failed', 5, 'The disk is full'])
    expect(await runDueJobs(later(1e6), [{ name: 'count', run }])).toEqual([])
  })
  test('that is refused says the refusal’s sentence', async () => {
    await queued('a')
    const run = async () => {
      throw conflict('Ana Whitlock has moved the block.')
    }
    await runDueJobs(now, [{ name: 'count', run }])
    expect((await only()).error).toBe('Ana Whitlock has moved the block.')
  })
})

describe('a lease', () => {
  test('keeps a running job from every other process until it ends', async () => {
    await queued('a')
    const { id } = await only()
    const job = (await claimJob(id, now))!
    expect([await claimJob(id, now), await listDueJobs(['count'], now)]).toEqual([undefined, []])
    await expireLease()
    expect(await carryOn(job), 'a late sign of life renews it').toBe(true)
    expect(await claimJob(id, now)).toBeUndefined()
  })
  test('that a dead process left behind lets another take the work over, and the dead one write nothing', async () => {
    await queued('a')
    const { id } = await only()
    const dead = (await claimJob(id, now))!
    await expireLease()
    const ran: unknown[] = []
    expect(await runDueJobs(now, [counting(ran)])).toEqual(['count'])
    expect(await endJob(dead, { state: 'failed', error: 'late' })).toBe(false)
    expect(await carryOn(dead)).toBe(false)
    const job = await only()
    expect([ran.length, job.state, job.error, job.attempts]).toEqual([1, 'done', null, 2])
  })
})

describe('work that repeats', () => {
  const everyMinute = (ran: Date[], more: Partial<Kind> = {}): Kind => ({
    name: 'lapse',
    everyMs: 60_000,
    run: async ({ now }) => void ran.push(now),
    ...more,
  })
  test('runs once a period, however often one looks', async () => {
    const ran: Date[] = []
    for (const seconds of [0, 1, 59, 60, 61, 119, 500]) await runDueJobs(later(seconds), [everyMinute(ran)])
    expect(ran).toEqual([later(0), later(60), later(500)])
    expect(await read.select().from(jobs)).toHaveLength(1)
  })
  test('goes on after a failure', async () => {
    const ran: Date[] = []
    const failing = everyMinute(ran, { run: () => Promise.reject(new Error('no')) })
    for (let n = 0; n < 7; n++) await runDueJobs(later(n * 3600), [failing])
    expect((await only()).state).toBe('due')
    await runDueJobs(later(1e5), [everyMinute(ran)])
    expect([ran, (await only()).error]).toEqual([[later(1e5)], null])
  })
  test('goes on within one period after the clock was set back a day', async () => {
    const ran: Date[] = []
    await runDueJobs(later(86_400), [everyMinute(ran)])
    await runDueJobs(now, [everyMinute(ran)])
    expect(ran).toEqual([later(86_400), now])
  })
  test('writes nothing while it is not needed', async () => {
    const ran: Date[] = []
    const idle = everyMinute(ran, { isNeeded: async () => false })
    await runDueJobs(now, [idle])
    expect([ran, (await only()).attempts]).toEqual([[], 0])
  })
})

test('a server that stops waits for the work in hand', async () => {
  await write((tx) => enqueue(tx, { name: 'slow', key: 'a', dueAt: new Date(0) }))
  const [begun, hold] = [gate(), gate()]
  const run = async () => {
    begun.open()
    await hold.opened
  }
  const stop = startRunner([{ name: 'slow', run }])
  await begun.opened
  const stopped = stop()
  expect((await only()).state).toBe('running')
  hold.open()
  await stopped
  expect((await only()).state).toBe('done')
})

test('how long the oldest due job waits is known', async () => {
  expect(await longestWait(now)).toBe(0)
  await queued('a')
  await write((tx) =>
    tx
      .update(jobs)
      .set({ dueAt: later(-90) })
      .where(eq(jobs.key, 'a')),
  )
  expect(await longestWait(now)).toBe(90_000)
})

test('everything that happens by itself has a name of its own, and run twice does nothing twice', async () => {
  expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length)
  await runDueJobs(now)
  expect(await runDueJobs(now)).toEqual([])
})
