import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { listEvents, wantedEvents } from '#app/report/events.server'
import { EventsFilters } from '#app/report/events-filters'
import { EventsList } from '#app/report/events-list'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'

export const meta: MetaFunction = () => [{ title: 'What happened – IR rotations' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const wanted = wantedEvents(new URL(request.url))
  const list = await listEvents(me, wanted)
  for (const { studentId } of list.rows) if (studentId) context.disclose(studentId, 'events')
  return { ...list, wanted }
}

export default function EventsPage() {
  const { rows, next, wanted } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <Page title="What happened" sub="Every step with who took it and when. The log is never changed.">
      <EventsFilters wanted={wanted} />
      {rows.length > 0 ? <EventsList rows={rows} /> : <Nothing isFiltered={search.size > 0} />}
      {next ? (
        <p>
          <ButtonLink kind="secondary" to={`?${later(search, next)}`}>
            Show earlier
          </ButtonLink>
        </p>
      ) : null}
    </Page>
  )
}

function later(search: URLSearchParams, next: string): URLSearchParams {
  const params = new URLSearchParams(search)
  params.set('before', next)
  return params
}

const Nothing = ({ isFiltered }: { isFiltered: boolean }) =>
  isFiltered ? (
    <p>
      Nothing in the log fits these filters. <Link to="/events">Clear filters</Link>
    </p>
  ) : (
    <p>Nothing has happened yet. Every step that somebody takes stands here.</p>
  )
