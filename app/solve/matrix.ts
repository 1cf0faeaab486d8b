import type { Row } from './staged'

/** The rows' coefficients, column by column. */
export function matrixOf(columns: number, rows: Row[]) {
  const starts = new Int32Array(columns + 1)
  for (const row of rows) for (const column of row.columns) starts[column + 1]++
  for (let column = 0; column < columns; column++) starts[column + 1] += starts[column]
  const next = starts.slice()
  const indices = new Int32Array(starts[columns])
  const values = new Float64Array(starts[columns])
  for (const [at, row] of rows.entries())
    for (const [k, column] of row.columns.entries()) {
      indices[next[column]] = at
      values[next[column]++] = row.values?.[k] ?? 1
    }
  return { format: 'csc' as const, numRows: rows.length, numCols: columns, starts, indices, values }
}
