import { and, count, eq, gt, gte, min } from 'drizzle-orm'
import { isMailDue } from '#app/mail/sender.server'
import { instantText } from '#app/ui/time'
import { isDemo, moveClock, programNow, setDemoClock } from '#app/workflow/clock.server'
import { addDays, dayAt, daysLater, instantOn } from '#app/workflow/day.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read } from '#db/client'
import { events, messages } from '#db/schema/index'
import { nextDeadline } from './deadlines.server'
import { kinds } from './jobs.server'
import { passedText } from './passed'
import { runDueJobs } from './runner.server'

const SEND_MS = 2000

/**
 * Lets a day or a week pass in the demo, or all time until the next deadline is over, with everything that falls due.
 * Returns what a person reads of it. Throws 404 outside a demo and for another step, 409 when no deadline is
 * ahead.
 */
export async function letTimePass(by: string): Promise<string> {
  const target = targets[by]
  if (!target || !isDemo()) throw notFound()
  return moveClock(async () => {
    const from = programNow()
    await passTime(from, await target(from))
    return whatPassed(from)
  })
}

const targets: Record<string, (now: Date) => Date | Promise<Date>> = {
  day: (now) => daysLater(now, 1),
  week: (now) => daysLater(now, 7),
  deadline: async (now) => {
    const day = await nextDeadline(now)
    if (!day) throw conflict('No deadline is ahead. Let a week pass instead.')
    return midnightAfter(day)
  },
}

const midnightAfter = (day: string) => instantOn(addDays(day, 1), '00:00')

/** Goes from instant to instant at which something may fall due, and does it there, as if the time had passed. */
export async function passTime(from: Date, to: Date): Promise<void> {
  for (let at = from; at < to; ) {
    at = new Date(Math.min(midnightAfter(dayAt(at)).getTime(), await nextMail(at), to.getTime()))
    await doWhatIsDue(at)
  }
  if (await isMailDue(to)) await doWhatIsDue(new Date(to.getTime() + SEND_MS))
}

/** One kind after another, so that the same time passes in the same way. */
async function doWhatIsDue(at: Date): Promise<void> {
  await setDemoClock(at)
  for (const kind of kinds) await runDueJobs(at, [kind])
}

/** What waits to be sent is sent when it may be; what was posted just now, a moment later. */
async function nextMail(at: Date): Promise<number> {
  const waits = and(eq(messages.status, 'waiting'), gte(messages.notBeforeAt, at))
  const [{ next }] = await read
    .select({ next: min(messages.notBeforeAt) })
    .from(messages)
    .where(waits)
  return next ? Math.max(next.getTime(), at.getTime() + SEND_MS) : Number.POSITIVE_INFINITY
}

async function whatPassed(from: Date): Promise<string> {
  const byItself = and(eq(events.actorKind, 'job'), gt(events.at, from))
  const happened = await read
    .select({ kind: events.subjectKind, step: events.step, n: count() })
    .from(events)
    .where(byItself)
    .groupBy(events.subjectKind, events.step)
  const went = and(eq(messages.status, 'sent'), gt(messages.sentAt, from))
  const [{ n }] = await read.select({ n: count() }).from(messages).where(went)
  return `It is now ${instantText(programNow())}. ${passedText(happened, n)}`
}
