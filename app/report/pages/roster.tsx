import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { boardPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { rosterQuery } from '#app/report/roster'
import { findRoster, rosterWanted } from '#app/report/roster.server'
import { RosterFilters } from '#app/report/roster-filters'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { Days } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Roster – ${data?.year} – IR rotations` }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const roster = await findRoster(me, params.year!, rosterWanted(request.url), programNow())
  for (const { studentId } of roster.rows) context.disclose(studentId, 'roster')
  return { ...roster, year: params.year! }
}

const columns = [
  { key: 'student', label: 'Student' },
  { key: 'school', label: 'School' },
  { key: 'when', label: 'When' },
  { key: 'service', label: 'Service' },
  { key: 'status', label: 'Status' },
  { key: 'agreement', label: 'Agreement' },
  { key: 'malpractice', label: 'Malpractice' },
  { key: 'clearance', label: 'Health' },
]

export default function RosterPage() {
  const { rows, blocks, wanted, year } = useLoaderData<typeof loader>()
  const file = (kind: string) => `/roster/${year}.${kind}${rosterQuery(wanted)}`
  const name = year.replace('-', '–')
  return (
    <Page
      title={`Roster ${name}`}
      sub={rows.length === 1 ? '1 visiting student' : `${rows.length} visiting students`}
      back={{ to: boardPath(year), label: `Board ${name}` }}
    >
      <RosterFilters blocks={blocks} wanted={wanted} />
      {rows.length === 0 ? (
        <p>Nobody who has accepted a place is here then.</p>
      ) : (
        <>
          <p>
            <a href={file('csv')}>Download as CSV</a> · <a href={file('pdf')}>Open as PDF</a>
          </p>
          <Table
            caption="Visiting students"
            hideCaption
            columns={columns}
            list
            rows={rows.map((row) => ({
              id: row.id,
              cells: {
                ...row,
                student: <Link to={`/placements/${row.id}`}>{row.student}</Link>,
                when: (
                  <>
                    <span className="nowrap">Block {row.block}</span>,{' '}
                    <Days first={row.firstOn} last={row.lastOn} short />
                  </>
                ),
              },
            }))}
          />
        </>
      )}
    </Page>
  )
}
