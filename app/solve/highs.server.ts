import loadHighs, { type Highs, type Model } from 'highs'
import { matrixOf } from './matrix'
import type { Change, Staged } from './staged'

const home = globalThis as { portalHighs?: Promise<Highs> }
/** HiGHS, compiled once a thread. */
export function highs(): Promise<Highs> {
  home.portalHighs ??= loadHighs()
  return home.portalHighs
}

/** "HiGHS 1.15.3": another version may choose another equal answer, so it is kept beside what it chose. */
export const solverName = async (): Promise<string> => `HiGHS ${(await highs()).version.string}`

const OPTIMAL = 7
const TIME_LIMIT = 13
export const INTEGER = 1
const LEAST_SECONDS = 0.001

/** `isProven`: nothing costs less. Duals are 0 where the answer was sought in whole numbers. */
export type Answer = {
  value: number
  x: Float64Array
  columnDuals: Float64Array
  rowDuals: Float64Array
  isProven: boolean
}
/** Which columns and rows are at a bound, and which between: where the solver stands. */
export type Corner = Pick<ReturnType<Model['getBasis']>, 'colStatus' | 'rowStatus'>

const all = (count: number) => ({ kind: 'range' as const, from: 0, to: count - 1 })

/** One problem in the solver's memory, whose costs and bounds change from stage to stage; `close` frees it. */
export class Problem {
  readonly columns: { lower: Float64Array; upper: Float64Array }
  readonly rows: { lower: Float64Array; upper: Float64Array }
  private readonly model: Model
  private readonly bases = new Map<string, Corner>()
  private limits = 0

  constructor(
    private readonly solver: Highs,
    private readonly staged: Staged,
    private readonly until: number,
  ) {
    const { columns, rows } = staged
    this.columns = { lower: new Float64Array(columns), upper: new Float64Array(columns).fill(1) }
    this.rows = { lower: new Float64Array(rows.length), upper: new Float64Array(rows.length) }
    this.unbound({})
    const bounds = {
      colLower: this.columns.lower,
      colUpper: this.columns.upper,
      rowLower: this.rows.lower,
      rowUpper: this.rows.upper,
    }
    const size = { numCols: columns, numRows: rows.length, colCost: new Float64Array(columns) }
    this.model = solver.createModel({ ...size, ...bounds, matrix: matrixOf(columns, rows) })
    this.model.options.set({ output_flag: false, mip_rel_gap: 0 })
  }

  /** As it was before any stage, but for this change. */
  restart(change: Change): void {
    if (this.limits > 0) {
      const first = this.staged.rows.length
      this.model.deleteRows({ kind: 'range', from: first, to: first + this.limits - 1 })
      this.limits = 0
    }
    this.unbound(change)
    this.bind()
  }

  private unbound({ raise = [], choose }: Change): void {
    this.columns.lower.fill(0)
    this.columns.upper.fill(1)
    for (const [at, { lower, upper }] of this.staged.rows.entries()) {
      this.rows.lower[at] = lower ?? -this.solver.infinity
      this.rows.upper[at] = upper
    }
    for (const row of raise) this.rows.upper[row] += 1
    if (choose !== undefined) this.columns.lower[choose] = 1
  }

  /** What each column costs from now on. */
  cost(costs: Float64Array): void {
    this.model.changeColsCost(all(this.staged.columns), costs)
  }

  /** Hands the bounds on to the solver after they were changed here. */
  bind(): void {
    this.model.changeColsBounds(all(this.staged.columns), this.columns.lower, this.columns.upper)
    if (this.rows.lower.length > 0)
      this.model.changeRowsBounds(all(this.rows.lower.length), this.rows.lower, this.rows.upper)
  }

  /** One more row: Σ costs·x ≤ most. */
  limit(costs: Float64Array, most: number): void {
    const indices = Array.from(costs.keys()).filter((column) => costs[column] !== 0)
    this.model.addRow(Number.NEGATIVE_INFINITY, most, { indices, values: indices.map((column) => costs[column]) })
    this.limits++
  }

  /** The best answer with fractions allowed; undefined when time runs out. Starts where this stage ended before. */
  relaxed(stage: number): Answer | undefined {
    const key = `${stage} ${this.limits}`
    const known = this.bases.get(key)
    if (known) this.model.setBasis(known)
    this.model.options.set('solver', 'simplex')
    const answer = this.run()
    if (answer && !known) this.bases.set(key, this.model.getBasis())
    return answer
  }

  /** The best answer in whole numbers, or the best so far when time runs out; then the problem is as it was. */
  whole(): Answer | undefined {
    const basis = this.model.getBasis()
    this.model.options.set('solver', 'choose')
    this.model.changeColsIntegrality(all(this.staged.columns), new Int32Array(this.staged.columns).fill(INTEGER))
    try {
      return this.run()
    } finally {
      this.model.changeColsIntegrality(all(this.staged.columns), new Int32Array(this.staged.columns))
      this.model.setBasis(basis)
    }
  }

  close(): void {
    this.model.dispose()
  }

  private run(): Answer | undefined {
    return answerOf(this.model, this.until)
  }
}

/** Solves what is in the solver's memory; undefined when time runs out before there is any answer. */
export function answerOf(model: Model, until: number): Answer | undefined {
  model.zeroAllClocks()
  model.options.set('time_limit', Math.max(LEAST_SECONDS, (until - Date.now()) / 1000))
  const { modelStatus } = model.run()
  if (modelStatus !== OPTIMAL && modelStatus !== TIME_LIMIT) throw new Error(`HiGHS ended with status ${modelStatus}`)
  const isProven = modelStatus === OPTIMAL
  if (!isProven && Number(model.info.get('primal_solution_status')) !== 2) return undefined
  const { colValue, colDual, rowDual } = model.getSolution()
  return { value: model.getObjectiveValue(), x: colValue, columnDuals: colDual, rowDuals: rowDual, isProven }
}
