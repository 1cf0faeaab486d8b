import { describedBy, FieldError, type Wired } from '#app/ui/field'
import { idAt } from '#app/ui/radios'
import { Table } from '#app/ui/table'
import type { ProposalLine } from './proposal.server'

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'now', label: 'Now' },
  { key: 'place', label: 'Proposed' },
  { key: 'wish', label: 'Wish' },
  { key: 'why', label: 'Why not a higher wish' },
]

type Choice = { field: Wired; isChosen: (id: string) => boolean }
type Lines = { caption: string; lines: ProposalLine[]; choice?: Choice }

/** Who would be placed where, from where, each to be taken over or not. */
export function ProposalTable({ caption, lines, choice }: Lines) {
  const rows = lines.map((it, at) => ({
    id: it.id,
    cells: {
      student: choice ? <Chosen it={it} choice={choice} at={at} /> : it.name,
      now: it.was ?? 'Not placed',
      place: it.place ?? 'No place',
      wish: it.wish ?? 'None',
      why: it.why.length > 0 ? <Reasons lines={it.why} /> : it.place ? 'First wish' : 'No wish that is open',
    },
  }))
  return (
    <>
      {choice ? <FieldError field={choice.field} /> : null}
      <Table caption={caption} hideCaption columns={columns} rows={rows} list />
    </>
  )
}

const Chosen = ({ it, choice: { field, isChosen }, at }: { it: ProposalLine; choice: Choice; at: number }) => (
  <label className="choice choice--tight">
    <input
      type="checkbox"
      id={idAt(field, at)}
      name={field.name}
      value={it.id}
      defaultChecked={isChosen(it.id)}
      aria-describedby={describedBy(field)}
    />
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
