import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { applicationTags } from '#app/apply/application'
import { listMyApplications } from '#app/apply/applications.server'
import { requirePerson } from '#app/people/who.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { instantText } from '#app/ui/time'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Your applications – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { applications: await listMyApplications(await requirePerson(context)) }
}

export default function ApplicationsPage() {
  const { applications } = useLoaderData<typeof loader>()
  const start = <ButtonLink to="/applications/new">Start an application</ButtonLink>
  return (
    <Page title="Your applications" width="reading" actions={applications.length ? start : undefined}>
      {applications.length === 0 ? (
        <div className="stack">
          <p>
            You have no application yet. It appears here once you start one; you can stop and come back at any time.
          </p>
          <p>{start}</p>
        </div>
      ) : (
        <Rows
          wrap
          items={applications.map(({ application: { id, reference, status, statusAt, yearId }, clerkship }) => ({
            id,
            key: <Tag tone={applicationTags[status].tone}>{applicationTags[status].label}</Tag>,
            children: (
              <>
                <Link to={`/applications/${id}`}>{clerkship.name}</Link>
                <br />
                <span className="hint">
                  {yearId} · {reference} · since {instantText(statusAt, { weekday: false }).split(', ')[0]}
                </span>
              </>
            ),
          }))}
        />
      )}
    </Page>
  )
}
