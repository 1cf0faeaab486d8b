import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { serviceSettings } from '#app/program/service-record.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { History } from '#app/workflow/history'

export const meta: MetaFunction = () => [{ title: 'Services – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return serviceSettings(await requireEditor(context))
}

export default function SettingsServices() {
  const { services, changes } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Services"
      back={{ to: '/settings', label: 'Settings' }}
      sub="The clinical teams: students are placed on some, residents rotate on all."
      actions={<ButtonLink to="/settings/services/new">Add a service</ButtonLink>}
    >
      {services.length === 0 ? <p>No service yet. Add the first one that students are placed on.</p> : null}
      <Table
        list
        hideCaption
        caption="Services"
        columns={columns}
        rows={services.map(({ id, slug, name, letter, tone, takesStudents, mostStudents }) => ({
          id,
          cells: {
            name: <Link to={`/settings/services/${slug}`}>{name}</Link>,
            letter: <Tag tone={tone}>{letter}</Tag>,
            students: takesStudents ? `At most ${mostStudents} at once` : 'None',
          },
        }))}
      />
      <History changes={changes} />
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Service' },
  { key: 'letter', label: 'In the schedule' },
  { key: 'students', label: 'Students' },
]
