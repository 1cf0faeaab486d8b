import type { Highs, Model } from 'highs'
import { type Answer, answerOf, type Corner, INTEGER } from './highs.server'
import { matrixOf } from './matrix'
import { isEqual, type Row } from './staged'

/** Prices that need no work before the first step: here there are few steps. */
const DEVEX = 1

type Program = { costs: Float64Array; rows: Row[]; start: Corner | undefined }

/** Linear programs of columns between 0 and 1, solved one after the other in the same memory; `close` frees it. */
export class Programs {
  private readonly model: Model

  constructor(
    private readonly solver: Highs,
    private readonly until: number,
  ) {
    this.model = solver.createModel()
    this.model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      solver: 'simplex',
      simplex_dual_edge_weight_strategy: DEVEX,
    })
  }

  /** The least sum of costs, from that corner on, and the corner it ends in; undefined when time runs out. */
  best({ costs, rows, start }: Program): (Answer & { end: Corner }) | undefined {
    const [numCols, numRows] = [costs.length, rows.length]
    if (numCols === 0) return nothing
    this.model.passModel({
      ...{ numCols, numRows, colCost: costs },
      ...{ colLower: new Float64Array(numCols), colUpper: new Float64Array(numCols).fill(1) },
      rowLower: Float64Array.from(rows, ({ lower }) => lower ?? -this.solver.infinity),
      rowUpper: Float64Array.from(rows, ({ upper }) => upper),
      matrix: matrixOf(numCols, rows),
    })
    if (start) this.model.setBasis(start)
    const answer = answerOf(this.model, this.until)
    return answer?.isProven ? { ...answer, end: this.model.getBasis() } : undefined
  }

  /** The same in whole numbers, where that costs no more than with fractions; undefined where it does. */
  whole({ value, x }: Answer): Float64Array | undefined {
    const columns = { kind: 'range' as const, from: 0, to: x.length - 1 }
    this.model.options.set('solver', 'choose')
    this.model.changeColsIntegrality(columns, new Int32Array(x.length).fill(INTEGER))
    try {
      const answer = answerOf(this.model, this.until)
      return answer?.isProven && isEqual(answer.value, value) ? answer.x : undefined
    } finally {
      this.model.options.set('solver', 'simplex')
    }
  }

  close(): void {
    this.model.dispose()
  }
}

const none = { x: new Float64Array(), columnDuals: new Float64Array(), rowDuals: new Float64Array() }
const nothing = { ...none, value: 0, isProven: true, end: { colStatus: new Int32Array(), rowStatus: new Int32Array() } }
