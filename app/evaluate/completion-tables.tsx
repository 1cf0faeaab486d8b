import { Form, Link } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { Day } from '#app/ui/time'
import { dueText } from './evaluation'
import type { Grade } from './grade'
import { isMidpoint, type Questionnaire } from './questionnaire'

type Owed = {
  id: string
  authorId: string
  author: string
  subject: string
  slug: Questionnaire['slug']
  block: string
  dueOn: string
  left: number
}

/** Who owes what, oldest first; whoever is overdue can be reminded, alone or all at once. */
export function OwedTable({ owed, mayRemind }: { owed: Owed[]; mayRemind: boolean }) {
  const late = [...new Set(owed.filter(({ left }) => left <= 0).map(({ authorId }) => authorId))]
  if (owed.length === 0) return <p>Nothing is owed. Forms open on the last day of working together.</p>
  return (
    <section className="stack" aria-labelledby="owed">
      <div className="cluster cluster--between">
        <h2 id="owed">Owed</h2>
        {mayRemind && late.length ? <Remind authors={late}>Remind {people(late.length)} overdue</Remind> : null}
      </div>
      <Table
        list
        hideCaption
        caption="Evaluations that are still owed"
        columns={[
          { key: 'author', label: 'Evaluator' },
          { key: 'about', label: 'About' },
          { key: 'due', label: 'Due' },
          { key: 'state', label: 'State' },
          ...(mayRemind ? [{ key: 'act', label: <span className="vh">Remind</span> }] : []),
        ]}
        rows={owed.map((row) => ({ id: row.id, cells: cellsOf(row) }))}
      />
    </section>
  )
}

const people = (n: number) => (n === 1 ? '1 person' : `${n} people`)

const cellsOf = (row: Owed) => ({
  author: row.author,
  about: `${row.subject}, block ${row.block}${isMidpoint(row.slug) ? ', midpoint' : ''}`,
  due: <Day on={row.dueOn} weekday short />,
  state: <Tag tone={row.left < 0 ? 'warn' : 'neutral'}>{dueText(row.left)}</Tag>,
  act: (
    <Remind authors={[row.authorId]} small>
      Remind<span className="vh"> {row.author}</span>
    </Remind>
  ),
})

type RemindProps = { authors: string[]; small?: boolean; children: React.ReactNode }

function Remind({ authors, small, children }: RemindProps) {
  return (
    <Form method="post" action="/completion/reminders">
      {authors.map((id) => (
        <input key={id} type="hidden" name="author" value={id} />
      ))}
      <Button kind="secondary" size={small ? 'small' : undefined}>
        {children}
      </Button>
    </Form>
  )
}

type Rotation = {
  placementId: string
  student: string
  block: string
  signed: number
  open: number
  grade: Grade['status'] | null
  since: number
}

const gradeWords = { drafted: 'Drafted', signed: 'Signed', corrected: 'Corrected' }

/** Each recent rotation: how many evaluations are in, and where its grade is. */
export function RotationTable({ rotations, mayGrade }: { rotations: Rotation[]; mayGrade: boolean }) {
  if (rotations.length === 0) return null
  return (
    <section className="stack" aria-labelledby="grades">
      <h2 id="grades">Rotations that ended</h2>
      <Table
        list
        hideCaption
        caption="Rotations that ended"
        columns={[
          { key: 'student', label: 'Student' },
          { key: 'block', label: 'Block' },
          { key: 'since', label: 'Days since the last day', numeric: true },
          { key: 'signed', label: 'Evaluations in', numeric: true },
          { key: 'grade', label: 'Grade' },
        ]}
        rows={rotations.map((it) => ({ id: it.placementId, cells: rotationCells(it, mayGrade) }))}
      />
    </section>
  )
}

function rotationCells({ placementId, student, block, since, signed, open, grade }: Rotation, mayGrade: boolean) {
  const words = grade ? gradeWords[grade] : 'Not begun'
  const state = <Tag tone={grade === 'signed' || grade === 'corrected' ? 'ok' : 'neutral'}>{words}</Tag>
  return {
    student: mayGrade ? <Link to={`/placements/${placementId}/grade`}>{student}</Link> : student,
    block,
    since,
    signed: `${signed} of ${signed + open}`,
    grade: state,
  }
}
