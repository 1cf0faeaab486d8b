import { Form, Link } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Notice } from '#app/ui/notice'
import { Rows } from '#app/ui/rows'
import { Table } from '#app/ui/table'
import { dayText, Instant } from '#app/ui/time'
import type { Line } from './composite'
import { type Answers, isMidpoint, type Questionnaire } from './questionnaire'

type Evaluated = {
  id: string
  slug: Questionnaire['slug']
  items: Questionnaire['items']
  releaseAfter: Questionnaire['releaseAfter']
  releasedAt: Date | null
  author: string
  answers: Answers
  days: number | null
}
type Open = { id: string; author: string; slug: Questionnaire['slug']; dueOn: string }
type Concern = { id: string; text: string; author: string; at: Date }
type BasisProps = { lines: Line[]; evaluated: Evaluated[]; open: Open[]; owes: string | null; concerns: Concern[] }

/** What a grade rests on: the sum by item, each evaluator's words, what is still owed, concerns apart. */
export function GradeBasis({ lines, evaluated, open, owes, concerns }: BasisProps) {
  return (
    <div className="stack stack-32">
      {owes ? (
        <Notice tone="warn" title="Write your own evaluation first">
          <p>
            You see the others’ once yours is sent. <Link to={`/evaluations/${owes}`}>Open your form</Link>
          </p>
        </Notice>
      ) : null}
      {concerns.map((it) => (
        <Notice key={it.id} tone="bad" title="Professionalism concern">
          <p className="pre">{it.text}</p>
          <p className="hint">
            {it.author}, <Instant at={it.at} />
          </p>
        </Notice>
      ))}
      {lines.length ? <CompositeTable lines={lines} /> : null}
      {evaluated.length ? <Evaluations evaluated={evaluated} /> : null}
      {open.length ? <StillOwed open={open} /> : null}
    </div>
  )
}

function CompositeTable({ lines }: { lines: Line[] }) {
  return (
    <section className="stack stack-12" aria-labelledby="sum">
      <h2 id="sum">What the evaluators saw</h2>
      <p className="muted">0 is “I had to do it”, 3 is “Student led, I only checked”; weighted by days together.</p>
      <Table
        list
        hideCaption
        caption="Mean of each item, weighted by days together"
        columns={[
          { key: 'text', label: 'Item' },
          { key: 'mean', label: 'Mean', numeric: true },
          { key: 'evaluators', label: 'Evaluators', numeric: true },
          { key: 'range', label: 'Range' },
        ]}
        rows={lines.map((line) => ({ id: line.key, cells: cellsOf(line) }))}
      />
    </section>
  )
}

const cellsOf = ({ text, mean, evaluators, lowest, highest }: Line) => ({
  text,
  mean: mean === null ? 'Not seen' : mean.toFixed(1),
  evaluators,
  range: mean === null ? '' : lowest === highest ? lowest : `${lowest} to ${highest.toLowerCase()}`,
})

function Evaluations({ evaluated }: { evaluated: Evaluated[] }) {
  return (
    <section className="stack stack-12" aria-labelledby="words">
      <h2 id="words">What they wrote</h2>
      {evaluated.map((it) => (
        <div key={it.id} className="stack stack-4">
          <h3>
            <Link to={`/evaluations/${it.id}`}>{isMidpoint(it.slug) ? `${it.author}, midpoint` : it.author}</Link>
          </h3>
          {texts(it).map(({ key, label, text }) => (
            <p key={key} className="pre">
              {label ? <b>{label}: </b> : null}
              {text}
            </p>
          ))}
          <Shown evaluated={it} />
        </div>
      ))}
    </section>
  )
}

const texts = ({ items, answers }: Evaluated) =>
  items
    .filter(({ key, kind }) => kind === 'narrative' && answers[key])
    .map(({ key, text, mayBeQuoted }) => ({
      key,
      label: mayBeQuoted ? '' : key === 'advice' ? 'For the student only' : text,
      text: answers[key],
    }))

function Shown({ evaluated: { id, days, releasedAt, releaseAfter } }: { evaluated: Evaluated }) {
  const together = days ? `${days} ${days === 1 ? 'day' : 'days'} together. ` : ''
  const words = releasedAt ? 'Released to the student.' : releaseAfter === 'grade' ? 'Released with the grade.' : ''
  return (
    <div className="cluster hint">
      <span>
        {together}
        {words}
      </span>
      {!releasedAt && releaseAfter === 'look' ? (
        <Form method="post" action={`/evaluations/${id}/release`}>
          <LinkButton>Release to the student</LinkButton>
        </Form>
      ) : null}
    </div>
  )
}

function StillOwed({ open }: { open: Open[] }) {
  const items = open.map(({ id, author, slug, dueOn }) => ({
    id,
    key: author,
    children: `${isMidpoint(slug) ? 'Midpoint, due' : 'Due'} ${dayText(dueOn, { weekday: true })}`,
  }))
  return (
    <section className="stack stack-8" aria-labelledby="still">
      <h2 id="still">Still owed</h2>
      <Rows items={items} first={10} />
    </section>
  )
}
