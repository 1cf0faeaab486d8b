import { Form } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { Instant } from '#app/ui/time'
import { type Job, jobTag, startBarOf } from './work'

const columns = [
  { key: 'name', label: 'Work' },
  { key: 'state', label: 'State' },
  { key: 'ran', label: 'Last ran' },
  { key: 'due', label: 'Next' },
  { key: 'attempts', label: 'Tries', numeric: true },
  { key: 'act', label: <span className="vh">Start</span> },
]

/** Everything that happens by itself, with why it failed and a way to start it again. */
export const WorkTable = ({ rows }: { rows: Job[] }) => (
  <Table
    caption="Work that happens by itself"
    hideCaption
    list
    columns={columns}
    rows={rows.map((job) => ({ id: job.id, cells: cellsOf(job), closed: job.state === 'done' }))}
  />
)

const cellsOf = (job: Job) => ({
  name: sentence(job.name),
  state: <State job={job} />,
  ran: job.endedAt ? <Instant at={job.endedAt} short weekday={false} /> : null,
  due: job.state === 'due' ? <Instant at={job.dueAt} short weekday={false} /> : null,
  attempts: job.attempts || null,
  act: startBarOf(job) === null ? <Start job={job} /> : null,
})

const sentence = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

function State({ job }: { job: Job }) {
  const { label, tone } = jobTag(job)
  return (
    <span>
      <Tag tone={tone}>{label}</Tag>
      {job.error ? <span className="hint">{` ${job.error}`}</span> : null}
    </span>
  )
}

const Start = ({ job }: { job: Job }) => (
  <Form method="post" action={`/work/${job.id}/start`}>
    <LinkButton>
      Start now<span className="vh">: {job.name}</span>
    </LinkButton>
  </Form>
)
