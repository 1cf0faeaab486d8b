import { Table } from '#app/ui/table'
import type { findProposal } from './proposal.server'

type Line = NonNullable<Awaited<ReturnType<typeof findProposal>>>['changes'][number]

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'now', label: 'Now' },
  { key: 'place', label: 'Proposed' },
  { key: 'wish', label: 'Wish' },
  { key: 'why', label: 'Why not a higher wish' },
]

/** Who would be placed where, each to be taken over or not, and who would stay without a place. */
export function ProposalTable({ changes, unplaced }: { changes: Line[]; unplaced: Line[] }) {
  const rows = [...changes, ...unplaced].map((it) => ({
    id: it.id,
    cells: {
      student: it.place ? <Chosen it={it} /> : it.name,
      now: 'Not placed',
      place: it.place ?? 'No place',
      wish: it.wish ?? 'None',
      why: it.why.length > 0 ? <Reasons lines={it.why} /> : it.place ? 'First wish' : 'No wish that is open',
    },
  }))
  return <Table caption="Changes that this proposal would make" hideCaption columns={columns} rows={rows} list />
}

const Chosen = ({ it }: { it: Line }) => (
  <label className="choice choice--tight">
    <input type="checkbox" name="application" value={it.id} defaultChecked />
    <span>{it.name}</span>
  </label>
)

const Reasons = ({ lines }: { lines: string[] }) => (
  <ul className="plain">
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
)
