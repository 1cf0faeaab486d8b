import { Day, Instant } from '#app/ui/time'
import { CheckForm } from './check-form'
import { confirmationTags } from './confirmation'
import type { Shown } from './review-offers.server'

type Paper = Shown['papers'][number]

/** The document asked for, previewed in place, with its check beside it. */
export function Evidence({ it }: { it: Shown }) {
  const paper = it.papers.find(({ key }) => key === it.current)
  if (it.current === 'school') return <SchoolWord it={it} />
  if (!paper) return <Statement text={it.statement} />
  if (!paper.mayRead) {
    return <p className="muted">A health document. Only the health reviewer opens it; you see whether it is cleared.</p>
  }
  return (
    <div className="evidence">
      <Preview applicationId={it.application.id} paper={paper} name={it.name} />
      {paper.mayCheck && paper.document ? (
        <CheckForm key={paper.key} it={it} paper={paper} />
      ) : (
        <Verdict paper={paper} />
      )}
    </div>
  )
}

function Preview({ applicationId, paper, name }: { applicationId: string; paper: Paper; name: string }) {
  const file = `/applications/${applicationId}/documents/${paper.key}/file`
  return (
    <figure className="stack stack-8">
      {paper.file ? <img className="sheet" src={`${file}?page=1`} alt={`${paper.name} of ${name}, page 1`} /> : null}
      <Answers answers={paper.document?.answers} />
      {paper.document?.datedOn ? (
        <p>
          Dated <Day on={paper.document.datedOn} year />
        </p>
      ) : null}
      {paper.file ? (
        <figcaption className="cluster cluster--between small">
          <span className="muted">Page 1 of {paper.file.pages}</span>
          <a href={file}>Open the file, {Math.ceil(paper.file.size / 1000)} kB</a>
        </figcaption>
      ) : null}
    </figure>
  )
}

function Answers({ answers }: { answers?: Record<string, string> | null }) {
  if (!answers || Object.keys(answers).length === 0) return null
  return (
    <dl className="summary">
      {Object.entries(answers).map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Verdict = ({ paper }: { paper: Paper }) => <p className="muted">{paper.says || paper.tag.label}</p>

const Statement = ({ text }: { text: string | null }) => (
  <div className="measure stack">
    {(text ?? 'No statement.').split(/\n+/).map((paragraph) => (
      <p key={paragraph}>{paragraph}</p>
    ))}
  </div>
)

function SchoolWord({ it }: { it: Shown }) {
  if (!it.school) return <p className="muted">The student has not asked the school yet.</p>
  return (
    <p>
      {confirmationTags[it.school.status].label}. {it.school.answers ?? 'No answer yet.'} Asked{' '}
      <Instant at={it.school.askedAt} />.
    </p>
  )
}
