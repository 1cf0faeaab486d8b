import { Table } from '#app/ui/table'
import type { Tier } from './priority'

const columns = [
  { key: 'tier', label: 'Tier' },
  { key: 'says', label: 'Who' },
  { key: 'students', label: 'Students', numeric: true },
]

/** How many students who are to be placed fall in each tier. */
export function TierTable({ tiers, year }: { tiers: Tier[] | null; year: string | null }) {
  if (!tiers) return null
  const asked = tiers.reduce((sum, { students }) => sum + students, 0)
  if (asked === 0) return <p className="muted">Nobody is to be placed in {year} at the moment.</p>
  const rows = tiers.map(({ tier, ...cells }) => ({ id: String(tier), cells: { ...cells, tier: `Tier ${tier + 1}` } }))
  return (
    <>
      <p className="muted">
        {asked === 1 ? '1 student is' : `${asked} students are`} to be placed in {year?.replace('-', '–')}, drafts and
        open offers included. A tier that holds nobody keeps its number and is left out.
      </p>
      <Table caption="Students in each tier" hideCaption columns={columns} rows={rows} list />
    </>
  )
}
