import { Details } from '#app/ui/details'
import { Email } from '#app/ui/email'
import { describedBy, FieldError, type Wired } from '#app/ui/field'
import { idAt } from '#app/ui/radios'
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

/** What was chosen before a refusal: nothing before the first try, when all is chosen. */
type Typed = Record<string, unknown> | null | undefined
type ListProps = { changes: Change[]; field: Wired; typed: Typed }

/** Every change that publishing makes, each with the message that goes out. */
export function PublicationList({ changes, field, typed }: ListProps) {
  const rows = changes.map((it, at) => ({
    id: it.id,
    cells: {
      student: <Chosen it={it} field={field} at={at} typed={typed} />,
      place: `Block ${it.block.name}, ${daysText(it.block.firstOn, it.block.lastOn, { short: true })}, ${it.service}`,
      wish: it.isListed ? 'From a list' : (it.wish ?? 'Not asked for'),
      deadline: <Deadline it={it} set={typed?.[`day-${it.id}`]} />,
      mail: <Mail it={it} />,
    },
  }))
  return (
    <>
      <FieldError field={field} />
      <Table caption="Changes to publish" hideCaption columns={columns} rows={rows} list />
    </>
  )
}

type ChosenProps = { it: Change; field: Wired; at: number; typed: Typed }

const Chosen = ({ it, field, at, typed }: ChosenProps) => (
  <label className="choice choice--tight">
    <input
      type="checkbox"
      id={idAt(field, at)}
      name={field.name}
      value={it.id}
      defaultChecked={typed ? [typed[field.name]].flat().includes(it.id) : true}
      aria-describedby={describedBy(field)}
    />
    <span>{it.student}</span>
  </label>
)

function Deadline({ it, set }: { it: Change; set: unknown }) {
  if (it.isListed) return <>Nothing to reply to: from a list</>
  if (it.expiresAt) return <Instant at={it.expiresAt} />
  if (it.days.length === 0) return <>The start is too near for an offer</>
  return (
    <label>
      <span className="hint">Under 28 days before the start: you set it</span>
      <select className="select" name={`day-${it.id}`} defaultValue={typeof set === 'string' ? set : undefined}>
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
    <Details
      summary={
        <span>
          To <Email address={it.to} />
        </span>
      }
    >
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
