import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { AbsenceList } from '#app/program/absence-list'
import { monthsNumber } from '#app/program/curriculum'
import { DutyList } from '#app/program/duty-list'
import { readPersonSchedule } from '#app/program/schedule.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { History } from '#app/workflow/history'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.teacher.name ?? 'Person'} – Schedule – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return readPersonSchedule(await requirePerson(context), params.year!, params.personId!)
}

export default function SchedulePerson() {
  const { year, teacher, compared, absences, changes, mayEdit, ...it } = useLoaderData<typeof loader>()
  const isResident = teacher.kind === 'resident'
  const entry = `/schedule/${year.id}/entry?personId=${teacher.id}`
  return (
    <Page
      title={teacher.name}
      width="form"
      back={{ to: `/schedule/${year.id}`, label: `Schedule ${year.id.replace('-', '–')}` }}
      sub={isResident ? `Resident, PGY ${teacher.pgy}` : 'Attending'}
      actions={mayEdit ? <ButtonLink to={entry}>Enter a range</ButtonLink> : null}
    >
      <section aria-labelledby="duties" className="stack">
        <h2 id="duties">Where and when</h2>
        <DutyList {...it} yearId={year.id} mayEdit={mayEdit} />
      </section>
      {isResident ? (
        <section aria-labelledby="curriculum" className="stack">
          <h2 id="curriculum">Against the curriculum of PGY {teacher.pgy}</h2>
          <Table
            list
            hideCaption
            caption="Months asked, planned and done"
            columns={columns}
            rows={compared.map(({ service, asked, planned, done }) => ({
              id: service.id,
              cells: {
                name: service.name,
                ...{ asked: monthsNumber(asked), planned: monthsNumber(planned), done: monthsNumber(done) },
                note: planned === asked ? '' : planned < asked ? 'Short' : 'More than asked',
              },
            }))}
          />
        </section>
      ) : null}
      <section aria-labelledby="away" className="stack">
        <h2 id="away">Away</h2>
        <AbsenceList absences={absences} none="Never in this year." isOne mayEdit={mayEdit} />
        {mayEdit ? <Link to={`/absences/new?personId=${teacher.id}`}>Enter an absence</Link> : null}
      </section>
      {mayEdit ? <History changes={changes} mayUndo /> : null}
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Service' },
  { key: 'asked', label: 'Asked, months', numeric: true },
  { key: 'planned', label: 'Planned', numeric: true },
  { key: 'done', label: 'Done', numeric: true },
  { key: 'note', label: 'Note' },
]
