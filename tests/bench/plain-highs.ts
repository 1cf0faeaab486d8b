import { highs } from '#app/solve/highs.server'
import { matrixOf } from '#app/solve/matrix'
import { costOf, type Row, type Staged } from '#app/solve/staged'

const OPTIMAL = 7
const INTEGER = 1

/** One mixed-integer program as anybody would write it: these rows, this cost, in whole numbers. */
async function plain(columns: number, rows: Row[], costs: Float64Array): Promise<Float64Array> {
  const solver = await highs()
  const model = solver.createModel({
    numCols: columns,
    numRows: rows.length,
    colCost: costs,
    colLower: new Float64Array(columns),
    colUpper: new Float64Array(columns).fill(1),
    rowLower: Float64Array.from(rows, ({ lower }) => lower ?? -solver.infinity),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: matrixOf(columns, rows),
  })
  try {
    model.options.set({ output_flag: false, mip_rel_gap: 0 })
    model.changeColsIntegrality({ kind: 'range', from: 0, to: columns - 1 }, new Int32Array(columns).fill(INTEGER))
    const { modelStatus } = model.run()
    if (modelStatus !== OPTIMAL) throw new Error(`Plain HiGHS ended with status ${modelStatus}`)
    return model.getSolution().colValue.map(Math.round)
  } finally {
    model.dispose()
  }
}

/** The one-shot program: what all tiers' wishes cost together. */
export async function plainSum({ columns, rows, stages }: Staged): Promise<void> {
  const tiers = stages.filter(({ part }) => part.startsWith('Tier'))
  await plain(
    columns,
    rows,
    Float64Array.from({ length: columns }, (_, at) => tiers.reduce((sum, { costs }) => sum + costs[at], 0)),
  )
}

/** The textbook's chain: a program a stage, each with the stages before it as rows. What each stage comes to. */
export async function plainChain({ columns, rows, stages }: Staged): Promise<number[]> {
  const kept: Row[] = []
  const values: number[] = []
  for (const stage of stages) {
    const x = await plain(columns, [...rows, ...kept], stage.costs)
    const value = costOf(stage, x)
    const wanted = Array.from(stage.costs.keys()).filter((column) => stage.costs[column] !== 0)
    kept.push({
      name: stage.part,
      columns: wanted,
      values: wanted.map((column) => stage.costs[column]),
      upper: value - stage.constant,
    })
    values.push(value)
  }
  return values
}
