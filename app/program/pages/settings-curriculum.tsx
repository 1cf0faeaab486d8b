import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { monthsNumber, partName, totalsOf, YEAR, years } from '#app/program/curriculum'
import { curriculumSettings } from '#app/program/curriculum.server'
import { requireEditor } from '#app/program/editor.server'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { History } from '#app/workflow/history'

export const meta: MetaFunction = () => [{ title: 'Curriculum – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return curriculumSettings(await requireEditor(context))
}

export default function SettingsCurriculum() {
  const { parts, changes } = useLoaderData<typeof loader>()
  const { clinical, intensiveCare } = totalsOf(parts)
  return (
    <Page
      title="Curriculum"
      back={{ to: '/settings', label: 'Settings' }}
      sub={`${clinical} months of IR and clinical rotations in PGY 2–4, ${intensiveCare} months of intensive care.`}
    >
      <p className="measure">
        It stands on <Link to="/program/curriculum">the public page</Link>, and the schedule counts what each resident
        has done against it.
      </p>
      <Table
        list
        hideCaption
        caption="The curriculum by year"
        columns={columns}
        rows={years.map((pgy) => {
          const own = parts.filter((part) => part.pgy === pgy)
          const used = own.reduce((sum, { halfMonths }) => sum + halfMonths, 0)
          return {
            id: String(pgy),
            cells: {
              pgy: <Link to={`/settings/curriculum/${pgy}`}>{`PGY\u00a0${pgy}`}</Link>,
              parts: own.map((part) => `${monthsNumber(part.halfMonths)} ${partName(part)}`).join(' · '),
              sum: <span className="nowrap">{used === YEAR ? '12 months' : `${monthsNumber(used)} of 12 months`}</span>,
            },
          }
        })}
      />
      <History changes={changes} mayUndo />
    </Page>
  )
}

const columns = [
  { key: 'pgy', label: 'Year' },
  { key: 'parts', label: 'Months by service' },
  { key: 'sum', label: 'In all' },
]
