import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { yearDays, yearName } from '#app/program/calendar'
import { listYears } from '#app/program/calendar-record.server'
import { requireEditor } from '#app/program/editor.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { instantText } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { History } from '#app/workflow/history'

export const meta: MetaFunction = () => [{ title: 'Academic years – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  const now = programNow()
  return { ...(await listYears(await requireEditor(context))), now, today: dayAt(now) }
}

export default function SettingsYears() {
  const { years, changes, now, today } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Academic years"
      back={{ to: '/settings', label: 'Settings' }}
      sub="Their blocks and holidays, from which seats, duties and deadlines follow."
      actions={<ButtonLink to="/settings/years/new">Add a year</ButtonLink>}
    >
      {years.length === 0 ? <p>No year yet. Add the first one.</p> : null}
      <Table
        list
        hideCaption
        caption="Academic years, the latest first"
        columns={columns}
        rows={years.map(({ id, firstOn, lastOn, blocks, halves, seats, windows, opensAt }) => ({
          id,
          closed: lastOn < today,
          cells: {
            year: <Link to={`/settings/years/${id}`}>{yearName(id)}</Link>,
            days: yearDays({ firstOn, lastOn }),
            blocks: blocks === 0 ? 'None yet' : `${blocks}${halves > 0 ? `, ${halves} halves` : ''}`,
            seats: seats || 'None yet',
            opens: openText(windows?.first ?? opensAt, now),
          },
        }))}
      />
      <History changes={changes} />
    </Page>
  )
}

const openText = (at: Date | null, now: Date) =>
  at ? `${at > now ? 'Opens' : 'Opened'} ${instantText(at, { weekday: false, year: true })}` : 'Not set yet'

const columns = [
  { key: 'year', label: 'Year' },
  { key: 'days', label: 'Days' },
  { key: 'blocks', label: 'Blocks' },
  { key: 'seats', label: 'Seats', numeric: true },
  { key: 'opens', label: 'Students can apply' },
]
