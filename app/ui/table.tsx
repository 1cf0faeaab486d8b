import type { ReactNode } from 'react'

type Column = { key: string; label: ReactNode; numeric?: boolean; sort?: 'ascending' | 'descending' }
type Row = { id: string; cells: Record<string, ReactNode>; closed?: boolean }
type TableProps = {
  caption: ReactNode
  columns: Column[]
  rows: Row[]
  /** Becomes a list on a phone; without it the table scrolls in a named region. */
  list?: boolean
  dense?: boolean
  hideCaption?: boolean
}

/** A table shown as a list has lost its roles to CSS: they are said again. */
const as = (role: string, list?: boolean) => (list ? role : undefined)

/** Rows with a header each: the first column names the row. */
export function Table({ caption, columns, rows, list, dense, hideCaption }: TableProps) {
  const table = (
    <table
      className={['table', list && 'table--list', dense && 'table--dense'].filter(Boolean).join(' ')}
      role={as('table', list)}
    >
      <caption className={hideCaption ? 'vh' : undefined}>{caption}</caption>
      <thead role={as('rowgroup', list)}>
        <tr role={as('row', list)}>
          {columns.map(({ key, label, numeric, sort }) => (
            <th
              key={key}
              role={as('columnheader', list)}
              scope="col"
              className={numeric ? 'n' : undefined}
              aria-sort={sort}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role={as('rowgroup', list)}>
        {rows.map((row) => (
          <TableRow key={row.id} row={row} columns={columns} list={list} />
        ))}
      </tbody>
    </table>
  )
  if (list) return table
  return (
    <section className="scroll" tabIndex={0} aria-label={typeof caption === 'string' ? caption : 'Table'}>
      {table}
    </section>
  )
}

function TableRow({ row, columns, list }: { row: Row; columns: Column[]; list?: boolean }) {
  return (
    <tr role={as('row', list)} className={row.closed ? 'closed' : undefined}>
      {columns.map(({ key, label, numeric }, at) =>
        at === 0 ? (
          <th key={key} role={as('rowheader', list)} scope="row" className={numeric ? 'n' : undefined}>
            {row.cells[key]}
          </th>
        ) : (
          <td
            key={key}
            role={as('cell', list)}
            className={numeric ? 'n' : undefined}
            data-label={typeof label === 'string' ? label : key}
            data-none={row.cells[key] == null || row.cells[key] === '' ? true : undefined}
          >
            {row.cells[key]}
          </td>
        ),
      )}
    </tr>
  )
}
