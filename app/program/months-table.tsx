import { Table } from '#app/ui/table'
import { monthsNumber, type Part, partName, years } from './curriculum'

/** The curriculum as numbers: a row for each service, a column for each year. */
export function MonthsTable({ parts }: { parts: Part[] }) {
  const names = [...new Set(parts.map(partName))]
  const notes = parts.filter(({ note }) => note)
  const months = (some: Part[]) => monthsNumber(some.reduce((sum, { halfMonths }) => sum + halfMonths, 0))
  const cell = (name: string, pgy: number) => parts.filter((it) => partName(it) === name && it.pgy === pgy)
  return (
    <div className="stack">
      <Table
        dense
        hideCaption
        caption="Months by service and year"
        columns={[
          { key: 'name', label: 'Service' },
          ...years.map((pgy) => ({ key: String(pgy), label: <Year pgy={pgy} />, numeric: true })),
          { key: 'all', label: 'All', numeric: true },
        ]}
        rows={names.map((name) => ({
          id: name,
          cells: {
            name,
            ...Object.fromEntries(years.map((pgy) => [pgy, cell(name, pgy).length > 0 ? months(cell(name, pgy)) : ''])),
            all: months(parts.filter((it) => partName(it) === name)),
          },
        }))}
      />
      {notes.length > 0 ? (
        <ul className="plain small muted">
          {notes.map((part) => (
            <li key={part.id}>
              PGY {part.pgy}, {partName(part)}: {part.note}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}

const Year = ({ pgy }: { pgy: number }) => (
  <>
    <span className="vh">PGY </span>
    {pgy}
  </>
)
