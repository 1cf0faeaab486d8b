import { Table } from '#app/ui/table'
import { dayText } from '#app/ui/time'
import type { pairingBoard } from './board.server'

/** Who can take a student, week by week, and how many each has had this year. */
export function LoadTable({ loads }: { loads: ReturnType<typeof pairingBoard>['loads'] }) {
  if (loads.rows.length === 0) return null
  const columns = [
    { key: 'name', label: 'Resident' },
    ...loads.weeks.map((week) => ({ key: week, label: dayText(week, { short: true }) })),
    { key: 'soFar', label: 'Students this year', numeric: true },
  ]
  const rows = loads.rows.map((row) => ({
    id: row.id,
    cells: {
      name: row.name,
      soFar: row.soFar,
      ...Object.fromEntries(loads.weeks.map((week, at) => [week, row.weeks[at]])),
    },
  }))
  return (
    <section aria-labelledby="loads" className="stack stack-12">
      <h2 id="loads">Who can take a student</h2>
      <Table caption="Residents on these services, students a week" hideCaption columns={columns} rows={rows} list />
      <p className="hint">PGY 1 takes no student. “Fill empty weeks” presets the resident with the fewest so far.</p>
    </section>
  )
}
