import { Table } from '#app/ui/table'
import type { ProposalLine } from './proposal.server'

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'now', label: 'Now' },
  { key: 'place', label: 'Proposed' },
  { key: 'wish', label: 'Wish' },
  { key: 'why', label: 'Why not a higher wish' },
]

type Lines = { caption: string; lines: ProposalLine[]; mayChoose?: boolean }

/** Who would be placed where, from where, each to be taken over or not. */
export function ProposalTable({ caption, lines, mayChoose }: Lines) {
  const rows = lines.map((it) => ({
    id: it.id,
    cells: {
      student: mayChoose ? <Chosen it={it} /> : it.name,
      now: it.was ?? 'Not placed',
      place: it.place ?? 'No place',
      wish: it.wish ?? 'None',
      why: it.why.length > 0 ? <Reasons lines={it.why} /> : it.place ? 'First wish' : 'No wish that is open',
    },
  }))
  return <Table caption={caption} hideCaption columns={columns} rows={rows} list />
}

const Chosen = ({ it }: { it: ProposalLine }) => (
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
