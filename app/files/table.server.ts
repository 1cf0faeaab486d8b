import { parse } from 'csv-parse/sync'

const MOST_ROWS = 500

/**
 * The rows of a table that was pasted from a spreadsheet or saved as CSV: cells trimmed, empty rows left out. Commas,
 * semicolons or tabs part the cells, whichever the first row has; where tabs do, a quotation mark inside a cell is its
 * own. Throws an Error with a sentence for the reader.
 */
export function rowsOf(text: string): string[][] {
  const rows = parsed(text).filter((row) => row.some(Boolean))
  if (rows.length > MOST_ROWS) throw new Error(`This list has ${rows.length} lines. Enter at most ${MOST_ROWS} at once`)
  return rows
}

function parsed(text: string): string[][] {
  const [head] = text.trimStart().split(/\r?\n/, 1)
  const delimiter = ['\t', ';'].find((it) => head.includes(it)) ?? ','
  try {
    const shape = { bom: true, relax_column_count: true, relax_quotes: delimiter === '\t', skip_empty_lines: true }
    return parse(text, { ...shape, delimiter, trim: true })
  } catch {
    throw new Error('A quotation mark in this list has no partner. Remove it, or close it')
  }
}
