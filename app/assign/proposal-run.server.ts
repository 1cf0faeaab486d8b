import { and, eq } from 'drizzle-orm'
import { solveApart } from '#app/solve/worker.server'
import { record } from '#app/workflow/events.server'
import { read, write } from '#db/client'
import { proposals } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import type { AssignFacts } from './arrangement'
import type { Proposed } from './proposed'
import { seasonOf } from './season.server'
import { inputHash, proposeSerially } from './serial-order.server'

const byItself: Actor = { kind: 'job', name: 'The optimizer' }
/** Who answers, and in which time before the best answer so far is shown as such. */
const optimizer = { file: 'app/assign/optimum.server.ts', name: 'proposeOptimum', timeLimit: 60_000 }
const LOOK_MS = 1000

type Work = { input: unknown; now: Date; progress: (percent: number) => Promise<boolean> }

/**
 * Works out a proposal that was asked for, in the solver's thread, and stores it; one that was cancelled meanwhile is
 * left alone. When the optimizer gives no answer the serial order is stored, and why.
 */
export async function runProposal({ input, now, progress }: Work, by = optimizer): Promise<void> {
  const { proposalId } = input as { proposalId: string }
  const [run] = await read.select().from(proposals).where(isRunning(proposalId))
  if (!run) return
  const began = Date.now()
  const facts = await seasonOf(read, run.yearId, run.madeAt)
  const answer = await solved({ ...by, question: { facts, seed: run.seed, timeLimit: by.timeLimit } }, progress)
  if (!answer) return
  const { status, ...rest } = answer
  const of = { inputHash: inputHash(facts, run.seed), tiers: tiersOf(facts, answer), policy: facts.policy }
  const set = { ...rest, ...of, status }
  await write(async (tx) => {
    const ended = { ...set, tookMs: Date.now() - began }
    const [stored] = await tx.update(proposals).set(ended).where(isRunning(proposalId)).returning({ id: proposals.id })
    if (stored)
      await record(tx, byItself, { subjectKind: 'proposal', subjectId: proposalId, step: 'solve', to: status }, now)
  })
}

const isRunning = (id: string) => and(eq(proposals.id, id), eq(proposals.status, 'running'))

type Asked = typeof optimizer & { question: { facts: AssignFacts; seed: string; timeLimit: number } }
type Answer = Omit<Proposed, 'status'> & { status: 'optimal' | 'time-limit' | 'fallback'; fallback?: string }

/** The optimizer's answer, or the serial order's; undefined when it was cancelled. */
async function solved(task: Asked, progress: Work['progress']): Promise<Answer | undefined> {
  const abort = new AbortController()
  let share = 0
  const lookIn = async () => (await progress(Math.floor(share * 100))) || abort.abort()
  const look = setInterval(() => lookIn().catch(() => {}), LOOK_MS)
  try {
    return await solveApart<Answer>(task, { signal: abort.signal, progress: (at) => (share = at) })
  } catch (error) {
    if (abort.signal.aborted) return undefined
    const { facts, seed } = task.question
    return { ...proposeSerially(facts, seed), status: 'fallback', fallback: (error as Error).message }
  } finally {
    clearInterval(look)
  }
}

/** How many students each tier has, of those who were asked. */
function tiersOf({ students }: AssignFacts, { seats, unplaced }: Pick<Proposed, 'seats' | 'unplaced'>): number[] {
  const asked = new Set([...seats, ...unplaced].map(({ applicationId }) => applicationId))
  const counts: number[] = []
  for (const { id, tier } of students) if (asked.has(id)) counts[tier] = (counts[tier] ?? 0) + 1
  return Array.from(counts, (count) => count ?? 0)
}
