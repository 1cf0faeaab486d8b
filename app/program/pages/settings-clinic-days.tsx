import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { clinicDaySettings } from '#app/program/clinic-days.server'
import { requireEditor } from '#app/program/editor.server'
import { clinicText, continuityText } from '#app/program/supervisor'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { History } from '#app/workflow/history'

export const meta: MetaFunction = () => [{ title: 'Clinic days – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return clinicDaySettings(await requireEditor(context))
}

export default function SettingsClinicDays() {
  const { teachers, changes } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Clinic days"
      back={{ to: '/settings', label: 'Settings' }}
      sub="Which half-days each attending and each resident has clinic. Students’ weeks follow them."
    >
      {teachers.length === 0 ? <p>No attending and no resident yet.</p> : null}
      {(['attending', 'resident'] as const).map((kind) => (
        <section key={kind} className="stack" aria-labelledby={kind}>
          <h2 id={kind}>{kind === 'attending' ? 'Attendings' : 'Residents'}</h2>
          <Table
            list
            hideCaption
            caption={kind === 'attending' ? 'Clinic days of attendings' : 'Continuity clinics of residents'}
            columns={columns}
            rows={teachers
              .filter((it) => it.kind === kind)
              .map((it) => ({
                id: it.id,
                cells: {
                  name: (
                    <Link to={`/settings/clinic-days/${it.id}`}>
                      {it.name}
                      {it.pgy ? `, PGY ${it.pgy}` : ''}
                    </Link>
                  ),
                  days: (kind === 'attending' ? clinicText(it) : continuityText(it)) || 'None',
                },
              }))}
          />
        </section>
      ))}
      <History changes={changes} mayUndo />
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Name' },
  { key: 'days', label: 'Clinic' },
]
