import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AnswersList } from '#app/apply/answers-list'
import { ApplicationTimeline } from '#app/apply/application-timeline'
import { readHub } from '#app/apply/hub.server'
import type { TaskGroup } from '#app/apply/tasks.server'
import { requirePerson } from '#app/people/who.server'
import { ButtonLink } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Page } from '#app/ui/page'
import { Status } from '#app/ui/status'
import { Tag } from '#app/ui/tag'
import { TaskList } from '#app/ui/task-list'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `Your application – ${data.title.split(',')[0]} – IR rotations` }] : []

export async function loader({ context, params }: LoaderFunctionArgs) {
  return readHub(await requirePerson(context), params.applicationId!, programNow())
}

export default function ApplicationPage() {
  const it = useLoaderData<typeof loader>()
  const { standing, tag } = it
  return (
    <Page title="Your application" sub={it.title} tag={<Tag tone={tag.tone}>{tag.label}</Tag>}>
      <Status tone={standing.tone} line={standing.line} next={standing.next} />
      {it.place ? (
        <p>
          <ButtonLink to={it.place.to}>{it.place.label}</ButtonLink>
        </p>
      ) : null}
      <div className="split">
        <div className="stack stack-32">
          {it.groups.map((group, at) => (
            <Group key={group.title} id={`tasks-${at}`} {...group} />
          ))}
          {it.progress.isOpen ? null : <AnswersList groups={it.answers} mayChange={false} />}
        </div>
        <Aside />
      </div>
    </Page>
  )
}

function Group({ id, title, tasks, isFolded }: TaskGroup & { id: string }) {
  if (isFolded) {
    return (
      <Details summary={`${title} (${tasks.length})`}>
        <TaskList tasks={tasks} />
      </Details>
    )
  }
  return (
    <section className="stack stack-8" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <TaskList tasks={tasks} />
    </section>
  )
}

function Aside() {
  const it = useLoaderData<typeof loader>()
  return (
    <aside className="stack stack-32" aria-label="Progress">
      <section className="stack" aria-labelledby="timeline">
        <h2 id="timeline">What has happened</h2>
        <ApplicationTimeline told={it.told} {...it.progress} />
      </section>
      {it.progress.isOpen ? null : (
        <p className="small">
          <Link to={`/applications/${it.id}/wishes`}>What became of each wish</Link>
        </p>
      )}
      <section className="stack stack-8 ruled" aria-labelledby="ask">
        <h2 id="ask">Questions</h2>
        <p className="small">
          <a href={`mailto:${it.contact.email}`}>{it.contact.email}</a>
          <br />
          {it.contact.phone}
        </p>
      </section>
      {it.mayWithdraw ? (
        <section className="stack stack-8 ruled" aria-labelledby="change">
          <h2 id="change">Change your mind</h2>
          <p className="small">You can withdraw at any time before you accept, without a mark.</p>
          <p className="small">
            <Link to={`/applications/${it.id}/withdrawal`}>Withdraw this application</Link>
          </p>
        </section>
      ) : null}
    </aside>
  )
}
