import { Form, Link } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { daysText, dayText } from '#app/ui/time'
import { isMidpoint, type Questionnaire } from './questionnaire'

type Rotation = { block: string; service: string; firstOn: string; lastOn: string }
type Feedback = Rotation & {
  id: string
  slug: Questionnaire['slug']
  author: string
  isRead: boolean
  texts: { key: string; kind: string; text: string; answer: string }[]
}

const placed = ({ block, service, firstOn, lastOn }: Rotation) =>
  `Block ${block}, ${service}, ${daysText(firstOn, lastOn)}`

/** One evaluator's words, as far as they were released. */
export function FeedbackCard({ feedback }: { feedback: Feedback }) {
  const { id, slug, author, texts, isRead } = feedback
  return (
    <section className="ruled stack stack-12" id={id} aria-labelledby={`by-${id}`}>
      <div className="cluster cluster--between">
        <h2 id={`by-${id}`}>{isMidpoint(slug) ? `Midpoint feedback from ${author}` : `From ${author}`}</h2>
        {isRead ? null : <Tag tone="info">New</Tag>}
      </div>
      <p className="muted">{placed(feedback)}</p>
      {texts.map(({ key, kind, text, answer }) => (
        <div key={key}>
          <h3>{text}</h3>
          <p className="pre">{kind === 'day' ? dayText(answer, { weekday: true }) : answer}</p>
        </div>
      ))}
      {isRead ? null : (
        <Form method="post">
          <input type="hidden" name="id" value={id} />
          <LinkButton>Mark as read</LinkButton>
        </Form>
      )}
    </section>
  )
}

/** Finished rotations: the grade on a page of its own once it is signed, and where to ask for a letter. */
export function FinishedRotations({
  rotations,
}: {
  rotations: (Rotation & { placementId: string; isGraded: boolean })[]
}) {
  const items = rotations.map((it) => ({
    id: it.placementId,
    key: `Block ${it.block}`,
    children: (
      <>
        {it.service}, {daysText(it.firstOn, it.lastOn)}
        <br />
        {it.isGraded ? (
          <Link to={`/placements/${it.placementId}/grade`}>Your grade</Link>
        ) : (
          <span className="hint">Your grade is not signed yet.</span>
        )}
        {' · '}
        <Link to={`/placements/${it.placementId}/letter`}>Letter of recommendation</Link>
      </>
    ),
  }))
  return <Rows items={items} first={7} wrap />
}
