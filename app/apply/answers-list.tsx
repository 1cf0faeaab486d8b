import { Link } from '@remix-run/react'
import { SummaryList } from '#app/ui/summary-list'
import type { AnswerGroup } from './answers.server'

/** What was answered, in groups; with Change links while it can be changed. */
export function AnswersList({ groups, mayChange }: { groups: AnswerGroup[]; mayChange: boolean }) {
  return (
    <>
      {groups.map(({ title, to, answers }, at) => (
        <section key={title} className="stack stack-8" aria-labelledby={`answers-${at}`}>
          <div className="cluster cluster--between cluster--base">
            <h2 id={`answers-${at}`}>{title}</h2>
            {mayChange ? (
              <Link to={to}>
                Change<span className="vh">: {title}</span>
              </Link>
            ) : null}
          </div>
          <SummaryList
            items={answers.map(({ term, value, file }) => ({ term, value, act: file && fileLink(file, term) }))}
          />
        </section>
      ))}
    </>
  )
}

const fileLink = (file: string, term: string) => (
  <a href={file}>
    Download<span className="vh"> {term}</span>
  </a>
)
