import { execFile } from 'node:child_process'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { promisify } from 'node:util'
import type { Ask } from '#app/assign/optimum.server'
import { worthOfSeats } from '#app/assign/worth.server'
import { highs } from '#app/solve/highs.server'
import type { Change } from '#app/solve/staged'
import { withProblem } from '#app/solve/stages.server'
import { solveApart } from '#app/solve/worker.server'
import { type Figure, median } from './figure'
import { plainChain, plainSum } from './plain-highs'
import { propose, SEED, timed, upTo } from './proposing'
import { seasonOf } from './season'

const RUNS = 5

/** A script of this folder in a process of its own, and what it prints. */
export async function apart<T>(...args: (string | number)[]): Promise<T> {
  const script = ['--import', 'tsx', 'tests/bench/assign-apart.ts', ...args.map(String)]
  const { stdout } = await promisify(execFile)(process.execPath, script)
  return JSON.parse(stdout)
}

const ratio = (it: Omit<Figure, 'ratio'> & { baseline: number }): Figure => ({ ...it, ratio: it.value / it.baseline })

/** 2: beside one mixed-integer program on the same columns, which knows no tiers. */
export async function besidePlain(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [students, most] of [
    [300, 2.5],
    [3000, 1],
  ]) {
    const facts = seasonOf(students, 1)
    const { staged } = await propose(facts)
    const [mine, theirs]: number[][] = [[], []]
    for (const _ of upTo(RUNS)) {
      mine.push((await propose(facts)).ms)
      theirs.push(await timed(() => plainSum(staged)))
    }
    const name = `2 time beside one plain program, ${students} students, seed 1`
    figures.push(ratio({ name, value: median(mine), unit: 'ms', baseline: median(theirs), bar: { atMost: most } }))
  }
  return figures
}

/** 3: beside the textbook's chain of programs; that takes a minute, so it runs once. */
export async function besideChain(): Promise<Figure[]> {
  const facts = seasonOf(3000, 1)
  const { staged } = await propose(facts)
  const mine: number[] = []
  for (const _ of upTo(RUNS)) mine.push((await propose(facts)).ms)
  const theirs = await timed(() => plainChain(staged))
  const name = '3 time beside the chain of plain programs (one run), 3000 students, seed 1'
  return [ratio({ name, value: median(mine), unit: 'ms', baseline: theirs, bar: { atMost: 0.1 } })]
}

type Size = { ms: number[]; megabytes: number }
const sizes = [300, 3000, 30000]

/** 5 and 6: how time and memory grow, each season in a process of its own: medians of five, at 30,000 of three. */
export async function growth(): Promise<Figure[]> {
  const found: Size[][] = sizes.map(() => [])
  for (const [at, students] of sizes.entries())
    for (const seed of upTo(students > 3000 ? 3 : 5))
      found[at].push(await apart<Size>('size', students, seed, students > 3000 ? 1 : RUNS))
  const [few, many, most] = found.map((runs) => median(runs.map(({ ms }) => median(ms))))
  const [, less, all] = found.map((runs) => median(runs.map(({ megabytes }) => megabytes)))
  const power = (name: string, value: number, baseline: number, bar: number): Figure => ({
    ...{ name, value, baseline, unit: 'ms', bar: { atMost: bar } },
    ratio: Math.log10(value / baseline),
  })
  return [
    power('5 growth of time, exponent, 300 to 3000 students, seeds 1–5', many, few, 1.2),
    power('5 growth of time, exponent, 3000 to 30000 students, seeds 1–3', most, many, 2.1),
    ratio({
      name: '6 memory, 30000 students beside 3000, seeds 1–3',
      value: all,
      unit: 'MB',
      baseline: less,
      bar: { atMost: 4 },
    }),
  ]
}

/** 11: what one more seat in each full opening is worth, beside the proposal itself. */
export async function worth(): Promise<Figure[]> {
  const facts = seasonOf(300, 1)
  const { staged, outcome } = await propose(facts)
  const solver = await highs()
  const [mine, theirs]: number[][] = [[], []]
  for (const _ of upTo(RUNS)) {
    theirs.push((await propose(facts)).ms)
    mine.push(
      await withProblem(staged, { timeLimit: 600_000 }, (solve) => {
        solve()
        const began = performance.now()
        const again = (change: Change) => solve(change)?.x
        const ask: Ask = { again, solver, staged, outcome, until: Date.now() + 600_000, progress: () => {} }
        worthOfSeats(ask)
        return performance.now() - began
      }),
    )
  }
  const name = '11 worth of a seat in every opening beside a proposal, 300 students, seed 1'
  return [ratio({ name, value: median(mine), unit: 'ms', baseline: median(theirs), bar: { atMost: 3 } })]
}

/** 15: the longest that this thread was kept busy while the other one solved. */
export async function eventLoop(): Promise<Figure[]> {
  const facts = seasonOf(3000, 1)
  const question = { facts, seed: SEED, timeLimit: 5000 }
  const task = { file: 'app/assign/optimum.server.ts', name: 'proposeOptimum', question, timeLimit: 60_000 }
  const blocked: number[] = []
  for (const _ of upTo(RUNS)) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    await solveApart(task)
    delay.disable()
    blocked.push(delay.max / 1e6)
  }
  const value = median(blocked)
  const name = '15 event loop blocked while 3000 students are proposed, seed 1'
  return [{ name, value, unit: 'ms', baseline: null, ratio: value, bar: { atMost: 50 } }]
}
