import type { Corner } from './highs.server'

const AT_LOWER = 0
const BASIC = 1
const AT_UPPER = 2

/** Some columns and rows of a larger problem, by their numbers there. */
type Part = { columns: number[]; rows: { row: number }[] }

/** The corner of the whole as one of a part. */
export const cornerOfPart = (whole: Corner, { columns, rows }: Part): Corner => ({
  colStatus: Int32Array.from(columns, (column) => whole.colStatus[column]),
  rowStatus: Int32Array.from(rows, ({ row }) => whole.rowStatus[row]),
})

/** The corner of a part as one of the whole, where all other columns stay as `x` has them. */
export function cornerOfWhole(part: Corner, { columns, rows }: Part, x: Uint8Array, rowCount: number): Corner {
  const colStatus = Int32Array.from(x, (value) => (value ? AT_UPPER : AT_LOWER))
  const rowStatus = new Int32Array(rowCount).fill(BASIC)
  for (const [place, column] of columns.entries()) colStatus[column] = part.colStatus[place]
  for (const [place, { row }] of rows.entries()) rowStatus[row] = part.rowStatus[place]
  return { colStatus, rowStatus }
}
