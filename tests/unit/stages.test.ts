import { describe, expect, test } from 'vitest'
import { highs } from '#app/solve/highs.server'
import { OneMore } from '#app/solve/one-more.server'
import { brokenRows, type Change, costOf, type Row, type Stage, type Staged } from '#app/solve/staged'
import { solveStages, withProblem } from '#app/solve/stages.server'
import fc from '#tests/support/property'

const limits = { timeLimit: 60_000 }
const row = (name: string, columns: number[], upper: number): Row => ({ name, columns, upper })
const stage = (part: string, costs: number[]): Stage => ({
  part,
  unit: 'points',
  costs: Float64Array.from(costs),
  constant: 0,
})

/** Every way to choose, by trying: the stages' least costs in order, undefined when the rows cannot be kept. */
function byTrying({ columns, rows, stages }: Staged, { choose, raise }: Change = {}): number[] | undefined {
  const roomy = rows.map((it, at) => (raise?.includes(at) ? { ...it, upper: it.upper + 1 } : it))
  const ways = Array.from({ length: 2 ** columns }, (_, way) =>
    Array.from({ length: columns }, (_, column) => (way >> column) & 1),
  )
  const kept = ways.filter((x) => (choose === undefined || x[choose] === 1) && brokenRows(roomy, x).length === 0)
  const costs = kept.map((x) => stages.map((it) => costOf(it, x)))
  return costs.sort((a, b) => a.map((value, at) => value - b[at]).find((difference) => difference !== 0) ?? 0)[0]
}

const problems = fc.integer({ min: 1, max: 9 }).chain((columns) => {
  const subset = fc.shuffledSubarray(
    Array.from({ length: columns }, (_, at) => at),
    { minLength: 1 },
  )
  const costs = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: columns, maxLength: columns })
  return fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.record({ name: fc.constant('row'), columns: subset, upper: fc.integer({ min: 0, max: 3 }) }), {
      maxLength: 8,
    }),
    stages: fc.array(
      costs.map((it) => stage('costs', it)),
      { minLength: 1, maxLength: 4 },
    ),
  })
})

describe('stages', () => {
  test('are each as good as the best of all ways to choose', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (staged) => {
        const { x, stages, status } = await solveStages(staged, limits)
        expect(status).toBe('optimal')
        expect(brokenRows(staged.rows, x)).toEqual([])
        expect(stages.map(({ value }) => value)).toEqual(byTrying(staged))
        expect(stages.map(({ bound }) => bound)).toEqual(byTrying(staged))
      }),
      { numRuns: 200 },
    )
  })

  test('answer every later question as well as a fresh one: one more seat, or a choice that has to be', async () => {
    await fc.assert(
      fc.asyncProperty(problems, fc.nat(), fc.nat(), async (staged, column, one) => {
        const changes: Change[] = [{}, { choose: column % staged.columns }, {}]
        if (staged.rows.length > 0) changes.splice(2, 0, { raise: [one % staged.rows.length] })
        const possible = changes.filter((change) => byTrying(staged, change))
        const values = await withProblem(staged, limits, (solve) =>
          possible.map((change) => solve(change)!.stages.map(({ value }) => value)),
        )
        expect(values).toEqual(possible.map((change) => byTrying(staged, change)))
      }),
      { numRuns: 100 },
    )
  })

  test('tell what one more in a row changes as trying all ways does, or leave it open', async () => {
    const [solver, seen] = [await highs(), { known: 0, open: 0 }]
    await fc.assert(
      fc.asyncProperty(problems, async ({ columns, rows, stages }) => {
        const last = stage('all priced', Array(columns).fill(-1))
        const staged = { columns, rows, stages: [...stages, last] }
        const { x } = await solveStages(staged, limits)
        const packing = { columns, rows, costs: staged.stages.map(({ costs }) => costs) }
        const oneMore = new OneMore(solver, packing, x, Date.now() + limits.timeLimit)
        for (const at of rows.keys()) {
          const then = oneMore.in(at)
          seen[then ? 'known' : 'open']++
          const values = then && staged.stages.map((it) => costOf(it, then))
          expect(values).toEqual(then && byTrying(staged, { raise: [at] }))
        }
        oneMore.close()
      }),
      { numRuns: 200 },
    )
    expect(seen.known).toBeGreaterThan(10 * seen.open)
  })

  test('with an odd ring, where the relaxed answer is in halves, are solved in whole numbers and stay exact', async () => {
    const ring = [row('a', [0, 1], 1), row('b', [1, 2], 1), row('c', [2, 0], 1)]
    const stages = [stage('most', [-2, -2, -2]), stage('last', [0, 1, 2])]
    const { x, stages: values } = await solveStages({ columns: 3, rows: ring, stages }, limits)
    expect([...x]).toEqual([1, 0, 0])
    expect(values).toMatchObject([
      { value: -2, bound: -2 },
      { value: 0, bound: 0 },
    ])
  })

  test('say how far they are', async () => {
    const shares: number[] = []
    const staged = { columns: 2, rows: [], stages: [stage('a', [1, 1]), stage('b', [1, 1])] }
    await solveStages(staged, { ...limits, progress: (share) => shares.push(share) })
    expect(shares).toEqual([0, 0.5])
  })

  test('without a choice cost what costs anyway', async () => {
    const nothing = { columns: 0, rows: [], stages: [{ ...stage('a', []), constant: 7 }] }
    expect(await solveStages(nothing, limits)).toMatchObject({ status: 'optimal', stages: [{ value: 7, bound: 7 }] })
  })

  test('that no answer can keep are refused', async () => {
    const never: Staged = {
      columns: 1,
      rows: [row('never', [0], 0), { ...row('always', [0], 1), lower: 1 }],
      stages: [stage('a', [1])],
    }
    await expect(solveStages(never, limits)).rejects.toThrow(/status 8/)
  })
})
