/** Rows of "at most so many of these columns": a column takes room and never makes any. */
export type Packing = { columns: number; rows: { columns: number[]; upper: number }[] }

/** The rows of each column. */
export function rowsBy({ columns, rows }: Packing): number[][] {
  const by: number[][] = Array.from({ length: columns }, () => [])
  for (const [row, it] of rows.entries()) for (const column of it.columns) by[column].push(row)
  return by
}

/** How many more each row takes beside an answer. */
export const roomBeside = ({ rows }: Packing, x: Uint8Array): Int32Array =>
  Int32Array.from(rows, ({ columns, upper }) => columns.reduce((room, column) => room - x[column], upper))

/** The part of a packing that can still move, while the rest stays as `x` has it. */
export class Left {
  /** How many columns of a row can still move. */
  private readonly live: Int32Array
  private readonly isLive: Uint8Array
  private readonly touched: number[] = []

  /** Only `columns` move; each row has so much room beside `x`; a tight one has to stay full. */
  constructor(
    private readonly packing: Packing,
    private readonly by: number[][],
    public columns: number[],
    readonly x: Uint8Array,
    private readonly room: Int32Array,
    private readonly isTight: Uint8Array = new Uint8Array(packing.rows.length),
  ) {
    this.live = new Int32Array(packing.rows.length)
    this.isLive = new Uint8Array(packing.columns)
    for (const column of columns) {
      this.isLive[column] = 1
      for (const row of by[column]) {
        this.live[row]++
        room[row] += x[column]
      }
    }
    for (const [row, count] of this.live.entries()) if (count > 0) this.touched.push(row)
  }

  tighten(row: number): void {
    this.isTight[row] = 1
    this.touched.push(row)
  }

  /** From now on these columns stay as they are in `x`. */
  settle(columns: number[]): void {
    for (const column of columns) this.put(column, this.x[column])
    this.columns = this.columns.filter((column) => this.isLive[column])
  }

  /** Settles what has no choice: a row without room takes no more, and a tight one with just enough left takes all. */
  follow(): void {
    for (let row = this.touched.pop(); row !== undefined; row = this.touched.pop()) {
      const isForced = this.isTight[row] === 1 && this.live[row] === this.room[row]
      if (this.live[row] === 0 || (this.room[row] !== 0 && !isForced)) continue
      for (const column of this.packing.rows[row].columns) if (this.isLive[column]) this.put(column, isForced ? 1 : 0)
    }
    this.columns = this.columns.filter((column) => this.isLive[column])
  }

  private put(column: number, value: number): void {
    this.isLive[column] = 0
    this.x[column] = value
    for (const row of this.by[column]) {
      this.live[row]--
      this.room[row] -= value
      this.touched.push(row)
    }
  }

  /** The rows that these columns could break, or leave unfilled; with the columns by their places in the list. */
  rowsOf(columns: number[]) {
    const places = new Int32Array(this.packing.columns).fill(-1)
    const seen = new Uint8Array(this.packing.rows.length)
    const rows: { row: number; name: string; columns: number[]; upper: number; lower?: number }[] = []
    for (const [place, column] of columns.entries()) places[column] = place
    for (const column of columns)
      for (const row of this.by[column]) {
        if (seen[row]) continue
        seen[row] = 1
        const [upper, lower] = [this.room[row], this.isTight[row] ? this.room[row] : undefined]
        if (lower === undefined && this.live[row] <= upper) continue
        const mine: number[] = []
        for (const other of this.packing.rows[row].columns) if (places[other] >= 0) mine.push(places[other])
        if (lower !== undefined || mine.length > upper) rows.push({ row, name: '', columns: mine, upper, lower })
      }
    return rows
  }
}
