import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { listSettings } from '#app/program/hub.server'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { Instant } from '#app/ui/time'

export const meta: MetaFunction = () => [{ title: 'Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { groups: await listSettings(await requirePerson(context)) }
}

export default function Settings() {
  const { groups } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Settings"
      sub="What students and staff read of the program, and the rules that the portal follows. Each change is kept."
    >
      {groups.map(({ title, settings }) => (
        <section key={title} className="stack" aria-labelledby={idOf(title)}>
          <h2 id={idOf(title)}>{title}</h2>
          <Table
            list
            hideCaption
            caption={title}
            columns={columns}
            rows={settings.map(({ to, label, what, last }) => ({
              id: to,
              cells: { label: <Link to={to}>{label}</Link>, what, last: last ? <Last {...last} /> : notYet },
            }))}
          />
        </section>
      ))}
    </Page>
  )
}

const notYet = <span className="nowrap">Not changed yet</span>

const idOf = (title: string) => title.toLowerCase().replaceAll(' ', '-')

const columns = [
  { key: 'label', label: 'Setting' },
  { key: 'what', label: 'What it says' },
  { key: 'last', label: 'Last change' },
]

const Last = ({ by, at }: { by: string; at: Date | null }) => (
  <span>
    {by}
    {at ? (
      <span className="hint">
        , <Instant at={at} year />
      </span>
    ) : null}
  </span>
)
