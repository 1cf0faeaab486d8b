import { Details } from '#app/ui/details'
import { Table } from '#app/ui/table'
import { daysText, dayText, Instant } from '#app/ui/time'
import type { Change } from './changes.server'

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'place', label: 'Place' },
  { key: 'wish', label: 'Wish' },
  { key: 'deadline', label: 'Reply by' },
  { key: 'mail', label: 'Message' },
]

/** Every change that publishing makes, each with the message that goes out. */
export function PublicationList({ changes }: { changes: Change[] }) {
  const rows = changes.map((it) => ({
    id: it.id,
    cells: {
      student: <Chosen it={it} />,
      place: `Block ${it.block.name}, ${daysText(it.block.firstOn, it.block.lastOn, { short: true })}, ${it.service}`,
      wish: it.wish ?? 'Not asked for',
      deadline: <Deadline it={it} />,
      mail: <Mail it={it} />,
    },
  }))
  return <Table caption="Changes to publish" hideCaption columns={columns} rows={rows} list />
}

const Chosen = ({ it }: { it: Change }) => (
  <label className="choice choice--tight">
    <input type="checkbox" name="placement" value={it.id} defaultChecked />
    <span>{it.student}</span>
  </label>
)

function Deadline({ it }: { it: Change }) {
  if (it.expiresAt) return <Instant at={it.expiresAt} />
  if (it.days.length === 0) return <>The start is too near for an offer</>
  return (
    <label>
      <span className="hint">Under 28 days before the start: you set it</span>
      <select className="select" name={`day-${it.id}`}>
        {it.days.map((day) => (
          <option key={day} value={day}>
            {dayText(day, { weekday: true })}
          </option>
        ))}
      </select>
    </label>
  )
}

function Mail({ it }: { it: Change }) {
  if (!it.to) return <>No address: tell them yourself</>
  return (
    <Details summary={`To ${it.to}`}>
      <div className="stack stack-8 small">
        <p>
          <b>{it.message.subject}</b>
        </p>
        {it.message.paragraphs.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </Details>
  )
}
