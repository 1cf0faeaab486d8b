import { Link } from '@remix-run/react'
import { Rows } from '#app/ui/rows'
import { clockText, dayText } from '#app/ui/time'
import { changeText } from '#app/workflow/change'
import { eventText, recordPath } from './event'
import type { Event } from './events.server'

/** The log as it happened, a line a step, under its day. */
export function EventsList({ rows }: { rows: Event[] }) {
  const days = [...new Set(rows.map(dayOf))]
  return days.map((day) => (
    <section key={day} className="stack stack-8" aria-labelledby={`on-${day}`}>
      <h2 id={`on-${day}`}>
        <Link to={`?day=${day}`}>{dayName(day)}</Link>
      </h2>
      <Rows
        first={7}
        wrap
        items={rows
          .filter((row) => dayOf(row) === day)
          .map((row) => ({
            id: row.id,
            key: <Clock row={row} />,
            children: <Line row={row} />,
            end: <Record row={row} />,
          }))}
      />
    </section>
  ))
}

const zoned = { timeZone: 'America/Los_Angeles' }
const dayOf = ({ at }: Event) => at.toLocaleDateString('en-CA', zoned)
const dayName = (day: string) => dayText(day, { weekday: true, year: true })

const Clock = ({ row: { at } }: { row: Event }) => <time dateTime={at.toISOString()}>{clockText(at)}</time>

function Line({ row }: { row: Event }) {
  return (
    <>
      <b>{row.by}</b>
      {row.actorKind === 'job' ? ' (by itself)' : ''} · {eventText(row)}
      {(row.changes ?? []).map((change) => (
        <span className="hint pre" key={`${change.name} ${change.label}`}>
          <br />
          {changeText(change)}
        </span>
      ))}
      {row.note ? (
        <>
          <br />
          <span className="hint">“{row.note}”</span>
        </>
      ) : null}
    </>
  )
}

function Record({ row: { subjectKind, subjectId } }: { row: Event }) {
  const path = recordPath(subjectKind, subjectId)
  const only = `?${new URLSearchParams({ record: `${subjectKind}:${subjectId}` })}`
  return (
    <>
      <Link to={only}>
        Its history<span className="vh">, {subjectKind}</span>
      </Link>
      {path ? (
        <>
          {' · '}
          <Link to={path}>
            Open<span className="vh"> the {subjectKind}</span>
          </Link>
        </>
      ) : null}
    </>
  )
}
