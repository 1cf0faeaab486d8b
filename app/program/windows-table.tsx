import { textsOf, type Wired } from '#app/ui/field'
import { Table } from '#app/ui/table'
import { Day, daysText, Instant } from '#app/ui/time'
import type { OfferedDate } from './window'

type WindowsTableProps = {
  field: Wired
  clerkship: { name: string }
  dates: OfferedDate[]
  /** The date whose box carries the field's id, so that an error leads to it. */
  first: string
  now: Date
}

/** The dates of a clerkship, each to tick, with when it opens and closes. */
export function WindowsTable({ field, clerkship, dates, first, now }: WindowsTableProps) {
  const ticked = textsOf(field)
  return (
    <Table
      list
      hideCaption
      caption={`Dates of the ${clerkship.name}`}
      columns={columns}
      rows={dates.map(({ key, block, seats, opensAt }) => ({
        id: key,
        cells: {
          block: (
            <label className="tick">
              <input
                type="checkbox"
                id={key === first ? field.id : undefined}
                name={field.name}
                value={key}
                defaultChecked={ticked.includes(key)}
              />
              <span className="nowrap">Block {block.name}</span>
            </label>
          ),
          dates: <span className="nowrap">{daysText(block.firstOn, block.lastOn, { short: true, year: true })}</span>,
          seats,
          opens: opensAt ? <Opens at={opensAt} now={now} /> : <span className="muted">Not set yet</span>,
          closes: (
            <span className="nowrap">
              <Day on={block.applyByOn} short year />
            </span>
          ),
        },
      }))}
    />
  )
}

const Opens = ({ at, now }: { at: Date; now: Date }) => (
  <span>
    {at <= now ? 'Since ' : ''}
    <Instant at={at} weekday={false} short year />
  </span>
)

const columns = [
  { key: 'block', label: 'Block' },
  { key: 'dates', label: 'Dates' },
  { key: 'seats', label: 'Seats', numeric: true },
  { key: 'opens', label: 'Opens' },
  { key: 'closes', label: 'Closes, 11:59 PM' },
]
