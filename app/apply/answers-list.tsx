import { Link } from '@remix-run/react'
import { SummaryList } from '#app/ui/summary-list'
import type { Answer, AnswerGroup } from './answers.server'

/** What was answered, in groups; with Change links while it can be changed. */
export function AnswersList({ groups, mayChange }: { groups: AnswerGroup[]; mayChange: boolean }) {
  return (
    <>
      {groups.map(({ title, to, answers }, at) => (
        <section key={title} className="stack stack-8" aria-labelledby={`answers-${at}`}>
          <div className="cluster cluster--between cluster--base">
            <h2 id={`answers-${at}`}>{title}</h2>
            {mayChange && to ? <Change to={to} what={title} /> : null}
          </div>
          <SummaryList items={answers.map((answer) => ({ ...answer, act: actsOf(answer, mayChange) }))} />
        </section>
      ))}
    </>
  )
}

function actsOf({ term, file, to }: Answer, mayChange: boolean) {
  if (!file && !(mayChange && to)) return undefined
  return (
    <span className="cluster">
      {file ? (
        <a href={file} download>
          Download<span className="vh"> {term}</span>
        </a>
      ) : null}
      {mayChange && to ? <Change to={to} what={term} /> : null}
    </span>
  )
}

const Change = ({ to, what }: { to: string; what: string }) => (
  <Link to={to}>
    Change<span className="vh">: {what}</span>
  </Link>
)
