import type { Highs } from 'highs'
import { highs, solverName } from '#app/solve/highs.server'
import type { Change, Limits, Solve, Staged } from '#app/solve/staged'
import { tooLate, withProblem } from '#app/solve/stages.server'
import type { AssignFacts } from './arrangement'
import { modelOf } from './model'
import { stagedOf } from './objective.server'
import { type Outcome, outcomeOf } from './outcome'
import { type Proposed, proposedOf } from './proposed'
import { withTrades } from './trades.server'
import { worthOfSeats } from './worth.server'

export type Question = { facts: AssignFacts; seed: string; timeLimit: number }
const SOLVING = 0.6

/** The best places for everybody who waits, proven, with reasons; runs in the worker of app/solve. */
export async function proposeOptimum({ facts, seed, timeLimit }: Question, progress: Limits['progress']) {
  const model = modelOf(facts)
  const until = Date.now() + timeLimit
  const solver = await highs()
  const name = await solverName()
  const staged = stagedOf(model, seed)
  const share = (at: number) => progress?.(at * SOLVING)
  return withProblem(staged, { timeLimit, progress: share }, (solve): Proposed => {
    const { x, stages, status } = solve() ?? tooLate()
    const outcome = outcomeOf(model, x)
    const proposed = { ...proposedOf(outcome, status === 'optimal'), stages, status, worth: [], solver: name }
    if (status !== 'optimal') return proposed
    const rest = (at: number) => progress?.(SOLVING + at * (1 - SOLVING))
    const ask: Ask = { again: proven(solve, until), solver, staged, outcome, until, progress: rest }
    return { ...withTrades(proposed, ask), worth: worthOfSeats(ask) }
  })
}

const proven = (solve: Solve, until: number) => (change: Change) => {
  const answer = Date.now() < until ? solve(change) : undefined
  return answer?.status === 'optimal' ? answer.x : undefined
}

/** What is needed to ask further questions of a solved problem, and until when they may be asked. */
export type Ask = {
  /** The proven answer after a change; undefined when time runs out before. */
  again: (change: Change) => Uint8Array | undefined
  solver: Highs
  staged: Staged
  outcome: Outcome
  until: number
  progress: (share: number) => void
}
