import { Form } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Email } from '#app/ui/email'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { Instant } from '#app/ui/time'
import { messageTags } from './message'
import type { Message } from './messages.server'

const columns = [
  { key: 'subject', label: 'Subject' },
  { key: 'to', label: 'To' },
  { key: 'state', label: 'State' },
  { key: 'when', label: 'When' },
  { key: 'act', label: <span className="vh">Send again</span> },
]

/** The outbox: what went to whom, and Resend where it failed or may have been lost. */
export const MessagesTable = ({ rows }: { rows: Message[] }) => (
  <Table
    caption="Messages, the newest first"
    hideCaption
    list
    columns={columns}
    rows={rows.map((row) => ({ id: row.id, cells: cellsOf(row) }))}
  />
)

const cellsOf = (row: Message) => ({
  subject: row.subject,
  to: <Email address={row.to} />,
  state: <State row={row} />,
  when: <When row={row} />,
  act: row.status === 'failed' || row.status === 'unsure' ? <Resend row={row} /> : null,
})

function State({ row: { status, error, attempts } }: { row: Message }) {
  const { label, tone } = messageTags[status]
  return (
    <span>
      <Tag tone={tone}>{label}</Tag>
      {error ? <span className="hint">{` ${error}`}</span> : null}
      {attempts > 1 ? <span className="hint">{` Tried ${attempts} times.`}</span> : null}
    </span>
  )
}

function When({ row: { status, sentAt, notBeforeAt, createdAt } }: { row: Message }) {
  if (status === 'waiting' && notBeforeAt > createdAt)
    return (
      <>
        From <Instant at={notBeforeAt} short weekday={false} />
      </>
    )
  return <Instant at={sentAt ?? createdAt} short weekday={false} />
}

const Resend = ({ row: { id, subject, to } }: { row: Message }) => (
  <Form method="post" action={`/messages/${id}/resending`}>
    <LinkButton>
      Resend
      <span className="vh">
        {' '}
        “{subject}” to {to}
      </span>
    </LinkButton>
  </Form>
)
