import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { notesOf, timesText, weekdays } from '#app/program/conference'
import { conferenceSettings } from '#app/program/conference-changes.server'
import { requireEditor } from '#app/program/editor.server'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { dayText } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { History } from '#app/workflow/history'

export const meta: MetaFunction = () => [{ title: 'Conferences – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { ...(await conferenceSettings(await requireEditor(context))), today: dayAt(programNow()) }
}

export default function SettingsConferences() {
  const { conferences, changes, today } = useLoaderData<typeof loader>()
  const isOver = (lastOn: string | null) => lastOn !== null && lastOn < today
  return (
    <Page
      title="Conferences"
      back={{ to: '/settings', label: 'Settings' }}
      sub="They stand on the public page and on each student’s week."
      actions={<ButtonLink to="/settings/conferences/new">Add a conference</ButtonLink>}
    >
      {conferences.length === 0 ? <p>No conference yet. Add the first one.</p> : null}
      <Table
        list
        hideCaption
        caption="Conferences, by day and hour"
        columns={columns}
        rows={conferences.map((it) => ({
          id: it.id,
          closed: isOver(it.lastOn),
          cells: {
            name: <Link to={`/settings/conferences/${it.id}`}>{it.name}</Link>,
            day: weekdays[it.weekday - 1],
            time: <span className="nowrap">{timesText(it)}</span>,
            notes: notesOf(it),
            last: it.lastOn ? dayText(it.lastOn, { year: true }) : 'Goes on',
          },
        }))}
      />
      <History changes={changes} mayUndo />
    </Page>
  )
}

const columns = [
  { key: 'name', label: 'Conference' },
  { key: 'day', label: 'Day' },
  { key: 'time', label: 'Time, PT' },
  { key: 'notes', label: 'Notes' },
  { key: 'last', label: 'Last day' },
]
