import type { Highs, Model } from 'highs'
import { type Answer, answerOf, type Corner } from './highs.server'
import { matrixOf } from './matrix'
import { bestOfPart, type Whole } from './part.server'
import { type Change, isWhole, type Row, type Staged, TOLERANCE } from './staged'

const all = (count: number) => ({ kind: 'range' as const, from: 0, to: count - 1 })

/** One problem in the solver's memory, whose costs and bounds change from stage to stage; `close` frees it. */
export class Problem {
  readonly columns: { lower: Float64Array; upper: Float64Array }
  readonly rows: { lower: Float64Array; upper: Float64Array }
  private readonly model: Model
  private readonly bases = new Map<string, Corner>()
  private limits: Row[] = []
  private costs: Float64Array = new Float64Array()

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
    this.model.options.set({ output_flag: false, solver: 'simplex' })
  }

  /** As it was before any stage, but for this change. */
  restart(change: Change): void {
    if (this.limits.length > 0) {
      const first = this.staged.rows.length
      this.model.deleteRows({ kind: 'range', from: first, to: first + this.limits.length - 1 })
      this.limits = []
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
    this.costs = costs
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
    const columns = Array.from(costs.keys()).filter((column) => costs[column] !== 0)
    const values = columns.map((column) => costs[column])
    this.model.addRow(Number.NEGATIVE_INFINITY, most, { indices: columns, values })
    this.limits.push({ name: 'limit', columns, values, upper: most })
  }

  /** The best answer with fractions allowed; undefined when time runs out. Starts where this stage ended before. */
  relaxed(stage: number): Answer | undefined {
    const key = `${stage} ${this.limits.length}`
    const known = this.bases.get(key)
    if (known) this.model.setBasis(known)
    const answer = this.run()
    if (answer && !known) this.bases.set(key, this.model.getBasis())
    return answer
  }

  /**
   * The best answer in whole numbers, or the best so far when time runs out. A first one keeps what the relaxed answer
   * has in whole numbers (beside a limit there hardly ever is one); then what alone costs more than that one stays.
   */
  whole({ x, value, columnDuals }: Answer): Whole | undefined {
    const part = { x: x.map(Math.round), costs: this.costs, rows: this.bound() }
    const free = Array.from(x.keys()).filter((column) => this.columns.lower[column] < this.columns.upper[column])
    const best = (columns: number[]) => bestOfPart(this.solver, { ...part, columns }, this.until)
    const near = this.limits.length > 0 ? undefined : best(free.filter((column) => !isWhole([x[column]])))
    const gap = near ? near.value - value : Number.POSITIVE_INFINITY
    if (near?.isProven && gap < 1 - TOLERANCE) return near
    const whole = best(free.filter((column) => Math.abs(columnDuals[column]) <= gap + TOLERANCE))
    return whole && !(near && near.value < whole.value) ? whole : near && { ...near, isProven: false }
  }

  /** The rows as they are bound now. */
  private bound(): Row[] {
    const bound = (row: Row, at: number) => ({ ...row, lower: this.rows.lower[at], upper: this.rows.upper[at] })
    return [...this.staged.rows.map(bound), ...this.limits]
  }

  close(): void {
    this.model.dispose()
  }

  private run(): Answer | undefined {
    return answerOf(this.model, this.until)
  }
}
