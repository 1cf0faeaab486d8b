import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { daysText, dayText } from '#app/ui/time'
import { dueText, type Evaluation, titleOf } from './evaluation'
import { isMidpoint, type Questionnaire } from './questionnaire'

type Row = {
  id: string
  status: Evaluation['status']
  declinedFor: Evaluation['declinedFor']
  slug: Questionnaire['slug']
  subject: string
  block: string
  service: string
  firstOn: string
  lastOn: string
  left: number
  /** Days together, where they were counted. */
  days?: number
}

const due = ({ left }: Row) => <Tag tone={left < 0 ? 'warn' : 'neutral'}>{dueText(left)}</Tag>
const placed = (row: Row) => `Block ${row.block}, ${row.service}, ${daysText(row.firstOn, row.lastOn)}`

const together = ({ days }: Row) => (days ? `${days} ${days === 1 ? 'day' : 'days'} together` : '')

/** The oldest has the biggest button; the others follow, oldest first. */
export function OwedList({ owed, heading: Heading = 'h2' }: { owed: Row[]; heading?: 'h2' | 'h3' }) {
  const [first, ...others] = owed
  return (
    <>
      <section className="stack stack-12" aria-labelledby="first">
        <div className="cluster cluster--between">
          <Heading id="first">{first.subject}</Heading>
          {due(first)}
        </div>
        <p className="muted">{[placed(first), together(first), 'About a minute'].filter(Boolean).join('. ')}.</p>
        <ButtonLink size="big" full to={`/evaluations/${first.id}`}>
          {isMidpoint(first.slug) ? `Give midpoint feedback to ${first.subject}` : titleOf(first.slug, first.subject)}
        </ButtonLink>
      </section>
      {others.length ? <Others rows={others} /> : null}
    </>
  )
}

function Others({ rows }: { rows: Row[] }) {
  return (
    <ul className="rows rows--act3" aria-label="Also waiting">
      {rows.map((row) => (
        <li key={row.id}>
          <span>
            <b>{row.subject}</b>
            <br />
            <span className="hint">{[placed(row), together(row)].filter(Boolean).join(' · ')}</span>
          </span>
          <span className="rows__end">{due(row)}</span>
          <ButtonLink kind="secondary" to={`/evaluations/${row.id}`}>
            {isMidpoint(row.slug) ? 'Give midpoint' : 'Evaluate'}
            <span className="vh"> {row.subject}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

export function NothingAsked({ nextOn }: { nextOn: string | null }) {
  return (
    <p>
      Nothing waiting.{' '}
      {nextOn
        ? `Next evaluations open on ${dayText(nextOn, { weekday: true })}.`
        : 'Evaluations open on your last day with a student.'}
    </p>
  )
}

const closedWords = (row: Row) => {
  if (row.status === 'signed') return 'Sent'
  if (row.status === 'expired') return 'Closed'
  return row.declinedFor === 'contact' ? 'Did not work together' : 'Closed, conflict'
}

export function SentList({ sent }: { sent: Row[] }) {
  const items = sent.map((row) => ({
    id: row.id,
    key: closedWords(row),
    children: (
      <>
        <Link to={`/evaluations/${row.id}`}>{row.subject}</Link>
        {isMidpoint(row.slug) ? ', midpoint' : null}
        <br />
        <span className="hint">{placed(row)}</span>
      </>
    ),
  }))
  return (
    <section className="stack stack-8" aria-labelledby="done">
      <h2 id="done">Done</h2>
      <Rows items={items} first={9} wrap />
    </section>
  )
}
