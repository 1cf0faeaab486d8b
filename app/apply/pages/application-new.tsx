import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { startApplication } from '#app/apply/applications.server'
import { readCourses } from '#app/apply/courses.server'
import { requirePerson } from '#app/people/who.server'
import { yearName } from '#app/program/calendar'
import { Button } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Day } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Start an application – IR rotations' }]

const asked = (request: Request, name: string) => new URL(request.url).searchParams.get(name)

export async function loader({ context, request }: LoaderFunctionArgs) {
  await requirePerson(context)
  return { courses: await readCourses(asked(request, 'clerkship'), programNow()) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const year = asked(request, 'year') ?? undefined
  const id = await startApplication(me, asked(request, 'clerkship') ?? '', programNow(), year)
  return redirect(`/applications/${id}`, 303)
}

export default function StartPage() {
  const { courses } = useLoaderData<typeof loader>()
  const back = { to: '/applications', label: 'Your applications' }
  return (
    <Page title="Start an application" width="reading" back={back}>
      {courses.map((course) => (
        <Course key={course.slug} {...course} />
      ))}
      {courses.length === 1 ? (
        <p>
          <Link to="/applications/new">See the other clerkships</Link>
        </p>
      ) : null}
    </Page>
  )
}

type CourseProps = ReturnType<typeof useLoaderData<typeof loader>>['courses'][number]

function Course({ slug, name, summary, fee, open, tasks, closed }: CourseProps) {
  return (
    <section className="stack stack-12 ruled" aria-labelledby={slug}>
      <h2 id={slug}>{name}</h2>
      <p>
        {summary} {fee}
      </p>
      {closed ? <p className="muted">{closed}</p> : null}
      {open.length > 0 ? (
        <>
          <p>You will be asked to:</p>
          <ul className="bullets">
            {tasks.map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ul>
        </>
      ) : null}
      {open.map(({ year, count, until }) => (
        <Form key={year} method="post" action={`/applications/new?clerkship=${slug}&year=${year}`} className="stack">
          <p>
            {count} {count === 1 ? 'date' : 'dates'} in {yearName(year)} {count === 1 ? 'is' : 'are'} open, the last
            until <Day on={until} weekday />.
          </p>
          <Button>
            Start {open.length > 1 ? `for ${yearName(year)} ` : ''}
            <span className="vh">the {name}</span>
          </Button>
        </Form>
      ))}
    </section>
  )
}
