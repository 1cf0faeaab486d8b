import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { clerkshipStates, inShort } from '#app/program/clerkship'
import { listClerkshipSettings } from '#app/program/clerkship-record.server'
import { requireEditor } from '#app/program/editor.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { History } from '#app/workflow/history'

export const meta: MetaFunction = () => [{ title: 'Clerkships and requirements – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return listClerkshipSettings(await requireEditor(context))
}

export default function SettingsClerkships() {
  const { clerkships, changes } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Clerkships and requirements"
      back={{ to: '/settings', label: 'Settings' }}
      sub="What students apply for, and what each asks of them."
      actions={<ButtonLink to="/settings/clerkships/new">Add a clerkship</ButtonLink>}
    >
      {clerkships.length === 0 ? <p>No clerkship yet. Add the first one that students can apply for.</p> : null}
      <Table
        list
        hideCaption
        caption="Clerkships"
        columns={columns}
        rows={clerkships.map((it) => ({
          id: it.id,
          cells: {
            name: <Link to={`/clerkships/${it.slug}/edit`}>{it.name}</Link>,
            state: <Tag tone={clerkshipStates[it.status].tone}>{clerkshipStates[it.status].label}</Tag>,
            what: inShort(it),
            asked: it.asked || 'None yet',
          },
        }))}
      />
      <History changes={changes} />
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Clerkship' },
  { key: 'state', label: 'State' },
  { key: 'what', label: 'What it is' },
  { key: 'asked', label: 'Requirements', numeric: true },
]
