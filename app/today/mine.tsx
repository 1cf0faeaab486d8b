import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/ui/button'
import { Rows } from '#app/ui/rows'
import { Status } from '#app/ui/status'
import { Tag } from '#app/ui/tag'
import { TaskList } from '#app/ui/task-list'
import type { Today } from './today.server'

type Mine = NonNullable<Today['mine']>

/** Where my application stands, who acts next, and what I can do now. */
export function MinePart({ mine }: { mine: Mine }) {
  const { standing, papers, act, id, others } = mine
  return (
    <>
      <Status tone={standing.tone} line={standing.line} next={standing.next} />
      <p>
        <ButtonLink to={mine.to}>{act}</ButtonLink>
      </p>
      {papers.length ? <Papers papers={papers} /> : null}
      {mine.to === `/applications/${id}` ? null : (
        <p>
          <Link to={`/applications/${id}`}>Your application {mine.reference}</Link>
        </p>
      )}
      {others.length ? <Others others={others} /> : null}
    </>
  )
}

const Papers = ({ papers }: Pick<Mine, 'papers'>) => (
  <section className="stack stack-8" aria-labelledby="papers">
    <h2 id="papers">Left for you to do</h2>
    <TaskList
      tasks={papers.map(({ label, to, isProblem, says }) => ({
        label,
        to,
        hint: says,
        ...(isProblem
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
