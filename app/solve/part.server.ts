import type { Highs } from 'highs'
import { answerOf, INTEGER } from './highs.server'
import { matrixOf } from './matrix'
import type { Row } from './staged'

/** A program of which only these columns may still change: all others stay as `x` has them, in whole numbers. */
export type Part = { columns: number[]; x: Float64Array; costs: Float64Array; rows: Row[] }
/** An answer in whole numbers; `isProven` when no other choice of the same columns costs less. */
export type Whole = { x: Float64Array; value: number; isProven: boolean }

/** The best choice of these columns, 0 or 1 each; undefined when none keeps the rows, or time ran out before one. */
export function bestOfPart(solver: Highs, { columns, x, costs, rows }: Part, until: number): Whole | undefined {
  const left = leftOf(rows, columns, x)
  if (!left) return undefined
  const model = solver.createModel({
    ...{ numCols: columns.length, numRows: left.length, colCost: Float64Array.from(columns, (it) => costs[it]) },
    ...{ colLower: new Float64Array(columns.length), colUpper: new Float64Array(columns.length).fill(1) },
    rowLower: Float64Array.from(left, ({ lower }) => lower!),
    rowUpper: Float64Array.from(left, ({ upper }) => upper),
    matrix: matrixOf(columns.length, left),
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0 })
    const all = { kind: 'range' as const, from: 0, to: columns.length - 1 }
    model.changeColsIntegrality(all, new Int32Array(columns.length).fill(INTEGER))
    const answer = answerOf(model, until, false)
    if (!answer) return undefined
    const whole = x.slice()
    for (const [place, column] of columns.entries()) whole[column] = Math.round(answer.x[place])
    return { x: whole, value: costs.reduce((sum, cost, at) => sum + cost * whole[at], 0), isProven: answer.isProven }
  } finally {
    model.dispose()
  }
}

/** What the rows leave to these columns, by their places in the list; undefined when the others break one alone. */
function leftOf(rows: Row[], columns: number[], x: Float64Array): Row[] | undefined {
  const places = new Int32Array(x.length).fill(-1)
  for (const [place, column] of columns.entries()) places[column] = place
  const left: Row[] = []
  for (const row of rows) {
    const it = { name: row.name, columns: [] as number[], values: [] as number[] }
    let taken = 0
    for (const [at, column] of row.columns.entries()) {
      const value = row.values?.[at] ?? 1
      if (places[column] < 0) taken += value * x[column]
      else {
        it.columns.push(places[column])
        it.values.push(value)
      }
    }
    const [lower, upper] = [(row.lower ?? Number.NEGATIVE_INFINITY) - taken, row.upper - taken]
    if (it.columns.length > 0) left.push({ ...it, lower, upper })
    else if (lower > 0 || upper < 0) return undefined
  }
  return left
}
