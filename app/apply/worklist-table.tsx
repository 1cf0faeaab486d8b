import { Link } from '@remix-run/react'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { dayText, instantText } from '#app/ui/time'
import { applicationTags } from './application'
import { confirmationTags } from './confirmation'
import { type Stage, stages } from './review'
import type { listWorklist } from './worklist.server'

type Row = Awaited<ReturnType<typeof listWorklist>>['rows'][number]

const columns = [
  { key: 'name', label: 'Student' },
  { key: 'clerkship', label: 'Clerkship' },
  { key: 'school', label: 'School' },
  { key: 'sent', label: 'Sent' },
  { key: 'by', label: 'Next' },
  { key: 'state', label: 'State' },
]

/** One tab of the worklist, oldest first; a list on a phone. */
export function WorklistTable({ rows, stage }: { rows: Row[]; stage: Stage }) {
  return (
    <Table
      caption={stages[stage]}
      hideCaption
      list
      columns={columns}
      rows={rows.map((row) => ({ id: row.id, cells: cellsOf(row, stage) }))}
    />
  )
}

const sentText = (at: Date | null) =>
  at ? instantText(at, { weekday: false, short: true }).replace(/, [^,]*$/, '') : ''

const cellsOf = (row: Row, stage: Stage) => ({
  name: (
    <>
      <Link to={`/review/${row.id}?stage=${stage}`}>{row.name}</Link>
      <br />
      <span className="hint">{row.reference}</span>
    </>
  ),
  clerkship: row.clerkship,
  school: row.school,
  sent: sentText(row.sentAt),
  by: nextText(row),
  state: <Tag tone={applicationTags[row.status].tone}>{applicationTags[row.status].label}</Tag>,
})

function nextText(row: Row): string {
  if (row.status === 'returned') return row.returnByOn ? `Student, by ${dayText(row.returnByOn, { short: true })}` : ''
  if (row.status !== 'submitted') return ''
  if (row.schoolState !== 'confirmed')
    return row.schoolState ? confirmationTags[row.schoolState].label : 'School not asked'
  return row.replyByOn ? `Reply by ${dayText(row.replyByOn, { short: true })}` : ''
}
