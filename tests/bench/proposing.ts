import { createHash } from 'node:crypto'
import type { AssignFacts } from '#app/assign/arrangement'
import { type Model, modelOf } from '#app/assign/model'
import { stagedOf } from '#app/assign/objective.server'
import { type Outcome, outcomeOf } from '#app/assign/outcome'
import { type Proposed, proposedOf } from '#app/assign/proposed'
import type { Solved, Staged } from '#app/solve/staged'
import { solveStages } from '#app/solve/stages.server'

export const SEED = 'seed'
const LIMIT = { timeLimit: 600_000 }

export type Proposing = {
  model: Model
  staged: Staged
  solved: Solved
  outcome: Outcome
  lines: Pick<Proposed, 'seats' | 'unplaced'>
  ms: number
}

/** One proposal, from the facts to places with their reasons, proven; and how long it took. */
export async function propose(facts: AssignFacts): Promise<Proposing> {
  const began = performance.now()
  const model = modelOf(facts)
  const staged = stagedOf(model, SEED)
  const solved = await solveStages(staged, LIMIT)
  if (solved.status !== 'optimal') throw new Error('This proposal was not proven')
  const outcome = outcomeOf(model, solved.x)
  const lines = proposedOf(outcome)
  return { model, staged, solved, outcome, lines, ms: performance.now() - began }
}

/** The same answer has the same hash, reasons and stages included. */
export const hashOf = (answer: unknown) => createHash('sha256').update(JSON.stringify(answer)).digest('hex')
/** How long it takes, in milliseconds. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The numbers from 1 to this one. */
export const upTo = (n: number): number[] => Array.from({ length: n }, (_, at) => at + 1)
