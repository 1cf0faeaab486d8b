import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { SummaryList } from '#app/ui/summary-list'
import { daysText, dayText, Instant } from '#app/ui/time'
import type { Evaluation } from './evaluation'
import { type Answers, type Questionnaire, scaleText, wordsFor } from './questionnaire'

type Version = { version: number; answers: Answers; days: number | null; reason: string | null; signedAt: Date }
type RecordProps = {
  id: string
  status: Evaluation['status']
  declinedFor: Evaluation['declinedFor']
  items: Questionnaire['items']
  releaseAfter: Questionnaire['releaseAfter']
  releasedAt: Date | null
  subject: string
  author: string
  service: string
  firstOn: string
  lastOn: string
  versions: Version[]
  beside: { id: string; author: string }[]
  isMine: boolean
  mayRelease: boolean
}

const closed = {
  contact: 'Closed: they did not work together.',
  conflict: 'Closed because of a conflict. Nothing else was kept.',
  expired: 'Closed: it was not sent in time, or the rotation ended early.',
}

/** A closed form: what was signed, newest version first, or why it is closed. */
export function EvaluationRecord({ evaluation }: { evaluation: RecordProps }) {
  const [latest, ...earlier] = evaluation.versions
  const { id, items, author, service, firstOn, lastOn, subject, isMine, status } = evaluation
  return (
    <div className="stack stack-24">
      <p className="muted">
        {isMine ? 'You' : author} about {subject}. {service}, {daysText(firstOn, lastOn)}.
      </p>
      {latest ? <SignedVersion items={items} version={latest} name={subject} /> : null}
      {status === 'signed' ? <Release evaluation={evaluation} /> : null}
      {status === 'signed' ? null : <p>{closed[evaluation.declinedFor ?? 'expired']}</p>}
      {isMine && latest ? (
        <ButtonLink kind="secondary" to={`/evaluations/${id}/amendment`}>
          Correct what you sent
        </ButtonLink>
      ) : null}
      {isMine && evaluation.beside.length ? <Beside beside={evaluation.beside} /> : null}
      {earlier.map((version) => (
        <Details key={version.version} summary={`Version ${version.version}`}>
          <SignedVersion items={items} version={version} name={subject} />
        </Details>
      ))}
    </div>
  )
}

function SignedVersion({ items, version, name }: { items: Questionnaire['items']; version: Version; name: string }) {
  const shown = items.filter((item) => item.kind !== 'conflict')
  return (
    <div className="stack stack-12">
      <p>
        Signed <Instant at={version.signedAt} />
        {version.version > 1 ? `, version ${version.version}: ${version.reason}` : null}
      </p>
      <SummaryList
        items={shown.map((item) => ({ term: wordsFor(item.text, name), value: answerText(item, version) }))}
      />
    </div>
  )
}

/** What the residents signed about the same rotation: open to an attending who signed, too. */
function Beside({ beside }: Pick<RecordProps, 'beside'>) {
  return (
    <section className="stack stack-8" aria-labelledby="beside">
      <h2 id="beside">What the residents saw</h2>
      <ul className="stack stack-4">
        {beside.map(({ id, author }) => (
          <li key={id}>
            <Link to={`/evaluations/${id}`}>{author}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function answerText(item: Questionnaire['items'][number], { answers, days }: Version) {
  const answer = answers[item.key]
  if (item.kind === 'days') return days === null ? null : String(days)
  if (item.kind === 'rating') return scaleText(answer)
  return item.kind === 'day' && answer ? dayText(answer, { weekday: true }) : answer
}

/** Whether the student sees it, and for the clerkship director the step that shows it. */
function Release({ evaluation: { id, mayRelease, releasedAt, releaseAfter, subject } }: { evaluation: RecordProps }) {
  if (releasedAt)
    return (
      <p>
        {subject} sees the text since <Instant at={releasedAt} />.
      </p>
    )
  if (!mayRelease || releaseAfter === 'grade') return <p>{subject} does not see it yet.</p>
  return (
    <Form method="post" action={`/evaluations/${id}/release`}>
      <Button>Release to {subject}</Button>
    </Form>
  )
}
