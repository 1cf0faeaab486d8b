import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button'
import { Rows } from '#app/ui/rows'
import { Status } from '#app/ui/status'
import { Tag } from '#app/ui/tag'
import { TaskList } from '#app/ui/task-list'
import type { Today } from './today.server'

type Mine = NonNullable<Today['mine']>

/** Where it stands, who acts next, and what I can do now. */
export function MinePart({ mine }: { mine: Mine }) {
  const { standing, papers, act, others } = mine
  return (
    <>
      <Status tone={standing.tone} line={standing.line} next={standing.next} />
      <p>
        <ButtonLink to={act.to}>{act.label}</ButtonLink>
      </p>
      {papers.length ? <Papers papers={papers} /> : null}
      <More mine={mine} />
      {others.length ? <Others others={others} /> : null}
    </>
  )
}

/** The pages of the place and of the application, where the button leads elsewhere. */
function More({ mine: { placeId, id, reference, act } }: { mine: Mine }) {
  const links = [
    ...(placeId ? [{ to: `/placements/${placeId}`, label: 'Your place, and what comes next' }] : []),
    { to: `/applications/${id}`, label: `Your application ${reference}` },
  ].filter(({ to }) => to !== act.to)
  if (links.length === 0) return null
  return (
    <ul className="stack stack-8">
      {links.map(({ to, label }) => (
        <li key={to}>
          <Link to={to}>{label}</Link>
        </li>
      ))}
    </ul>
  )
}

const Papers = ({ papers }: Pick<Mine, 'papers'>) => (
  <section className="stack stack-8" aria-labelledby="papers">
    <h2 id="papers">Left for you to do</h2>
    <TaskList
      tasks={papers.map(({ label, to, isProblem, isIn, says }) => ({
        label,
        to,
        hint: says,
        ...(isIn
          ? { state: 'Received' }
          : isProblem
            ? { state: 'There is a problem', tone: 'bad' as const }
            : { state: 'Not yet started', todo: true }),
      }))}
    />
  </section>
)

const Others = ({ others }: Pick<Mine, 'others'>) => (
  <section className="stack stack-8" aria-labelledby="others">
    <h2 id="others">Your other applications</h2>
    <Rows
      wrap
      items={others.map(({ id, tag, name, reference }) => ({
        id,
        key: <Tag tone={tag.tone}>{tag.label}</Tag>,
        children: (
          <Link to={`/applications/${id}`}>
            {name}, {reference}
          </Link>
        ),
      }))}
    />
  </section>
)

export function NothingYet() {
  return (
    <>
      <p>You have no application yet. What is left for you to do stands here once you start one.</p>
      <p>
        <ButtonLink to="/applications/new">Start an application</ButtonLink>
      </p>
    </>
  )
}
