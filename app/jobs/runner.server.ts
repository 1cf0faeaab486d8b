import { isClockMoving, programNow } from '#app/workflow/clock.server'
import { log } from '#app/workflow/log.server'
import { carryOn, claimJob, endJob, type Job, keepRepeating, listDueJobs, passOver } from '#app/workflow/queue.server'
import { onWake } from '#app/workflow/waking.server'
import { type Kind, kinds } from './jobs.server'

const TICK_MS = 2000
const RENEW_MS = 20_000
const MOST_ATTEMPTS = 5

/**
 * Does everything that is due now and waits until it is done: what the server's tick does, and what tests call.
 * `now` is the program's time. Returns the names of what ran, in the order it was claimed.
 */
export async function runDueJobs(now = programNow(), list: Kind[] = kinds): Promise<string[]> {
  const started = await startDueJobs(now, list)
  await Promise.all(started.map(({ end }) => end))
  return started.map(({ name }) => name)
}

type Started = { name: string; end: Promise<void> }

async function startDueJobs(now: Date, list: Kind[]): Promise<Started[]> {
  const repeating = list.flatMap(({ name, everyMs }) => (everyMs ? [{ name, everyMs }] : []))
  await keepRepeating(repeating, now)
  const started: Started[] = []
  for (const { id, name } of await listDueJobs(
    list.map(({ name }) => name),
    now,
  )) {
    const kind = list.find((one) => one.name === name)!
    if (kind.isNeeded && !(await kind.isNeeded(now))) {
      await passOver(id, now)
      continue
    }
    const job = await claimJob(id, now)
    if (job) started.push({ name, end: carryOut(kind, job, now) })
  }
  return started
}

async function carryOut(kind: Kind, job: Job, now: Date): Promise<void> {
  const renewal = setInterval(() => carryOn(job).catch(failed(kind.name)), RENEW_MS)
  let isCancelled = false
  const progress = async (percent: number) => {
    isCancelled = !(await carryOn(job, percent))
    return !isCancelled
  }
  try {
    await kind.run({ id: job.id, now, input: job.input, progress })
    await endJob(job, isCancelled ? cancelled(kind, now) : done(kind, now))
  } catch (error) {
    failed(kind.name)(error)
    await endJob(job, { ...failure(kind, job, now), error: await reason(error) }).catch(failed(kind.name))
  } finally {
    clearInterval(renewal)
  }
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms)

function done({ everyMs }: Kind, now: Date) {
  return everyMs ? { state: 'due' as const, dueAt: later(now, everyMs), attempts: 0 } : { state: 'done' as const }
}

function cancelled({ everyMs }: Kind, now: Date) {
  const again = { state: 'due' as const, dueAt: later(now, everyMs ?? 0), cancelAskedAt: null }
  return everyMs ? again : { state: 'cancelled' as const }
}

/** Tried again after 2, 4, 8 … ticks; what repeats never gives up, what was queued fails after five attempts. */
function failure({ everyMs }: Kind, { attempts }: Job, now: Date) {
  const dueAt = later(now, Math.max(everyMs ?? 0, TICK_MS * 2 ** Math.min(attempts, 8)))
  return !everyMs && attempts >= MOST_ATTEMPTS ? { state: 'failed' as const } : { state: 'due' as const, dueAt }
}

const failed = (name: string) => (error: unknown) => log.error({ err: error, job: name }, 'job failed')

/** What a person reads of a failure: a refusal's sentence, or the error without what it was asked with. */
async function reason(error: unknown): Promise<string> {
  if (error instanceof Response) return error.text()
  return error instanceof Error ? error.message.split(/\n?params:/)[0] : String(error)
}

/** Looks every two seconds for what is due. Returns what stops it and waits for the work in hand. */
export function startRunner(list: Kind[] = kinds): () => Promise<void> {
  const inHand = new Set<Promise<unknown>>()
  let look: Promise<void> | undefined
  const lookNow = () => {
    look ??= takeUp(list, inHand)
      .catch(failed('looking for work'))
      .finally(() => {
        look = undefined
      })
    return look
  }
  const ticks = setInterval(lookNow, TICK_MS)
  onWake(() => void (look ?? Promise.resolve()).then(lookNow))
  return async () => {
    onWake(undefined)
    clearInterval(ticks)
    await look
    await Promise.all(inHand)
  }
}

async function takeUp(list: Kind[], inHand: Set<Promise<unknown>>): Promise<void> {
  if (isClockMoving()) return
  for (const { end } of await startDueJobs(programNow(), list)) {
    inHand.add(end)
    end.finally(() => inHand.delete(end))
  }
}
