import type { Highs } from 'highs'
import { cornerOfPart, cornerOfWhole } from './corner'
import { Held } from './held'
import type { Corner } from './highs.server'
import { Left, type Packing, roomBeside, rowsBy } from './left'
import { Programs } from './programs.server'
import { isEqual, isWhole, TOLERANCE } from './staged'

/** Up to here sums of whole-number costs stay far from the solver's tolerance. */
const LARGEST = 4e6

/** What is to cost least, up to and with which stage. */
type Goal = { stage: number; costs: Float64Array }
/** What was solved of the whole, what came out, and the duals that are not zero. */
type Best = Part & { found: Found; rowDuals: Dual[]; columnDuals: Dual[] }
type Part = { columns: number[]; rows: ReturnType<Left['rowsOf']>; costs: Float64Array }
type Found = NonNullable<ReturnType<Programs['best']>>
type Dual = { at: number; dual: number }

/**
 * What one more in a row would change, by solving again just what can move then. Exact: while the row's dual is zero
 * it changes nothing, and in the first stage where it is not, no column moves whose reduced cost is above it.
 */
export class OneMore {
  private readonly programs: Programs
  private readonly by: number[][]
  private readonly room: Int32Array
  /** The first stage that prices each column; until then it may stay out, since it makes no room. */
  private readonly priced: Uint8Array
  private readonly columns: Held
  private readonly rows: Held
  private readonly ends: Corner[] = []
  private readonly isKnown: boolean

  /** `x` is best in every stage of costs; every column has a cost in one. `close` frees the solver's memory. */
  constructor(
    solver: Highs,
    private readonly packing: Packing & { costs: Float64Array[] },
    private readonly x: Uint8Array,
    until: number,
  ) {
    this.programs = new Programs(solver, until)
    this.by = rowsBy(packing)
    this.room = roomBeside(packing, x)
    this.priced = Uint8Array.from(x, (_, column) => packing.costs.findIndex((costs) => costs[column] !== 0))
    this.columns = new Held(packing.columns)
    this.rows = new Held(packing.rows.length)
    this.isKnown = this.hold()
  }

  /** Notes what each stage holds in place; whether fractions would make no stage cheaper than `x` is. */
  private hold(): boolean {
    const left = new Left(this.packing, this.by, [...this.x.keys()], this.x.slice(), this.room.slice())
    for (const [stage, costs] of this.packing.costs.entries()) {
      const best = this.best(left, { stage, costs }, this.ends[stage - 1])
      if (!best || !isEqual(best.found.value, this.costIn(best))) return false
      this.ends.push(cornerOfWhole(best.found.end, best, this.x, this.packing.rows.length))
      for (const { at, dual } of best.rowDuals) this.rows.note(at, stage, dual)
      for (const { at, dual } of best.columnDuals) this.columns.note(at, stage, dual)
      keep(left, best)
    }
    return true
  }

  private costIn({ columns, costs }: Part): number {
    return columns.reduce((sum, column, place) => sum + costs[place] * this.x[column], 0)
  }

  /** The best answer with one more in this row; undefined where fractions would be cheaper, or when time ran out. */
  in(row: number): Uint8Array | undefined {
    if (!this.isKnown) return undefined
    const first = this.rows.of(row)
    if (!first) return this.x
    const tight = Uint8Array.from(this.packing.rows, (_, at) => (this.rows.movesWith(at, first) ? 0 : 1))
    const room = this.room.slice()
    room[row]++
    const left = new Left(this.packing, this.by, this.columns.movingWith(first), this.x.slice(), room, tight)
    for (let next = first.stage; next < this.packing.costs.length; ) {
      left.follow()
      const goal = this.goal(left.columns, next)
      const best = this.best(left, goal, this.ends[goal.stage])
      const x = best && (isWhole(best.found.x) ? best.found.x : this.programs.whole(best.found))
      if (!x) return undefined
      for (const column of left.columns) left.x[column] = 0
      for (const [place, column] of best.columns.entries()) left.x[column] = Math.round(x[place])
      keep(left, best)
      next = goal.stage + 1
    }
    return left.x
  }

  close(): void {
    this.programs.close()
  }

  /** This stage, and as many after it as one sum of whole numbers can tell apart. */
  private goal(columns: number[], from: number): Goal {
    const { costs: stages } = this.packing
    let [stage, costs] = [from, stages[from]]
    for (; stage + 1 < stages.length; stage++) {
      const [so, next] = [costs, stages[stage + 1]]
      const range = columns.reduce((sum, column) => sum + Math.abs(next[column]), 1)
      const most = columns.reduce((max, column) => Math.max(max, Math.abs(so[column])), 1)
      if (range * (most + 1) > LARGEST) break
      costs = new Float64Array(so.length)
      for (const column of columns) costs[column] = so[column] * range + next[column]
    }
    return { stage, costs }
  }

  /** The least cost of what is left, with fractions allowed; undefined when time runs out. */
  private best(left: Left, { stage, costs: all }: Goal, start: Corner | undefined): Best | undefined {
    const columns = left.columns.filter((column) => this.priced[column] <= stage)
    const rows = left.rowsOf(columns)
    const costs = Float64Array.from(columns, (column) => all[column])
    const found = this.programs.best({ rows, costs, start: start && cornerOfPart(start, { columns, rows }) })
    if (!found) return undefined
    const duals = new Float64Array(this.packing.rows.length)
    for (const [place, { row }] of rows.entries()) duals[row] = found.rowDuals[place]
    const reduced = (column: number) => this.by[column].reduce((cost, row) => cost - duals[row], all[column])
    return {
      ...{ columns, rows, costs, found },
      rowDuals: rows.map(({ row }) => ({ at: row, dual: duals[row] })).filter(holds),
      columnDuals: left.columns.map((at) => ({ at, dual: reduced(at) })).filter(holds),
    }
  }
}

const holds = ({ dual }: Dual) => Math.abs(dual) > TOLERANCE

/** Leaves its answer as good as it is: what has a dual stays. */
function keep(left: Left, { rowDuals, columnDuals }: Best): void {
  for (const { at } of rowDuals) left.tighten(at)
  left.settle(columnDuals.map(({ at }) => at))
}
