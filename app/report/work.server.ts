import { asc, count, desc, eq, sql } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { startJob } from '#app/workflow/queue.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, readAll, write } from '#db/client'
import { jobs } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { startBarOf } from './work'

const MOST_SHOWN = 50
const rank = sql`case ${jobs.state} when 'failed' then 0 when 'running' then 1 when 'due' then 2 else 3 end`

/** What happens by itself: what gave up first, then what runs and what is due, then the last that is done. */
export async function listWork(me: Person) {
  insist(me, 'work.read')
  const [rows, [{ failed }]] = await readAll(
    read.select().from(jobs).orderBy(asc(rank), desc(jobs.endedAt), asc(jobs.name)).limit(MOST_SHOWN),
    read.select({ failed: count() }).from(jobs).where(eq(jobs.state, 'failed')),
  )
  return { rows, failed }
}

/** Starts work that gave up, was cancelled or failed. Returns its name; 404, and 409 where it may not be started. */
export function startAgain(me: Person, jobId: string, now: Date = programNow()): Promise<string> {
  insist(me, 'work.start')
  return write(async (tx) => {
    const [job] = await tx.select().from(jobs).where(eq(jobs.id, jobId))
    if (!job) throw notFound()
    const bar = startBarOf(job)
    if (bar) throw conflict(bar)
    if (!(await startJob(tx, jobId, now))) throw conflict('This is running or done already.')
    await record(tx, me, { subjectKind: 'job', subjectId: jobId, step: 'start', to: 'due' }, now)
    return job.name
  })
}
