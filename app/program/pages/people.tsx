import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicAddress } from '#app/program/program.server'
import { ProgramTabs } from '#app/program/program-tabs'
import { clinicText, continuityText, nowText, weekText } from '#app/program/supervisor'
import { type ListedSupervisor, listSupervisors } from '#app/program/supervisors.server'
import { listText } from '#app/ui/list-text'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'
import { Table } from '#app/ui/table'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: 'People – Program',
    description: 'The attendings and residents whom students work with, their clinics and where they are this month.',
    address: data?.address,
  })

export async function loader() {
  const { supervisors, coordinators, program } = await listSupervisors()
  return {
    attendings: supervisors.filter((it) => it.kind === 'attending'),
    residents: supervisors.filter((it) => it.kind === 'resident').sort((a, b) => (b.pgy ?? 0) - (a.pgy ?? 0)),
    coordinators: coordinators.filter((it) => !it.isSupervisor).map(({ id, name }) => ({ id, name })),
    contactEmail: program?.contactEmail,
    address: publicAddress('/program/people'),
  }
}

export default function People() {
  const { attendings, residents, coordinators, contactEmail } = useLoaderData<typeof loader>()
  return (
    <Page title="People" width="reading" sub="Each week you work with a resident and an attending from these lists.">
      <ProgramTabs here="/program/people" />
      <div className="stack stack-48">
        <section aria-labelledby="attendings" className="stack stack-24">
          <h2 id="attendings">Attendings</h2>
          {divisions.map(({ division, title }) => (
            <div key={division} className="stack stack-8">
              <h3>{title}</h3>
              <AttendingTable
                title={title}
                people={attendings.filter((it) => (it.division === 'neuro') === (division === 'neuro'))}
              />
            </div>
          ))}
        </section>
        <section aria-labelledby="residents" className="stack stack-24">
          <h2 id="residents">Residents</h2>
          <ResidentTable people={residents} />
        </section>
        <section aria-labelledby="coordinators" className="ruled stack stack-8">
          <h2 id="coordinators">Coordinators</h2>
          <p>
            {listText(coordinators.map(({ name }) => name))}
            {contactEmail ? (
              <>
                {' '}
                answer at <a href={`mailto:${contactEmail}`}>{contactEmail}</a>.
              </>
            ) : null}
          </p>
        </section>
      </div>
    </Page>
  )
}

const divisions = [
  { division: 'peripheral', title: 'Peripheral IR' },
  { division: 'neuro', title: 'Neuro IR' },
]

function AttendingTable({ title, people }: { title: string; people: ListedSupervisor[] }) {
  const rows = people.map((it) => ({
    id: it.id,
    cells: { name: it.name, clinic: clinicText(it), now: weekText(it), title: it.title },
  }))
  const columns = [
    { key: 'name', label: 'Name' },
    { key: 'clinic', label: 'Clinic' },
    { key: 'now', label: 'This week' },
    { key: 'title', label: 'Role' },
  ]
  return <Table list hideCaption caption={`Attendings, ${title}`} columns={columns} rows={rows} />
}

function ResidentTable({ people }: { people: ListedSupervisor[] }) {
  const rows = people.map((it) => ({
    id: it.id,
    cells: { name: it.name, pgy: `PGY ${it.pgy}`, now: nowText(it), clinic: continuityText(it), title: it.title },
  }))
  const columns = [
    { key: 'name', label: 'Name' },
    { key: 'pgy', label: 'Year' },
    { key: 'now', label: 'This month' },
    { key: 'clinic', label: 'Own clinic' },
    { key: 'title', label: 'Role' },
  ]
  return <Table list hideCaption caption="Residents" columns={columns} rows={rows} />
}
