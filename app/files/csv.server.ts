import { dayAt } from '#app/workflow/day.server'

type Cell = string | number | null

const MARK = '\uFEFF'
/** A cell that a spreadsheet would take for a formula is kept from being one (OWASP, CSV injection). */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const quoted = (cell: Cell) => {
  const text = typeof cell === 'number' ? String(cell) : harmless(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV by RFC 4180, with the mark by which spreadsheets know UTF-8. */
export const csvOf = (rows: Cell[][]): string =>
  `${MARK}${rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')}`

/** A download named after its list and the day: "ir-roster-2026-11-24.csv". */
export function fileHeaders(list: string, kind: 'csv' | 'pdf', now: Date): Record<string, string> {
  return {
    'Content-Type': kind === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf',
    'Content-Disposition': `${kind === 'csv' ? 'attachment' : 'inline'}; filename="ir-${list}-${dayAt(now)}.${kind}"`,
  }
}
