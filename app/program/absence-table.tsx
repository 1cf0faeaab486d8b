import { Link } from '@remix-run/react'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { daysText } from '#app/ui/time'
import type { Listed } from './absences.server'

/** Who is away when and why, and which students are left without their supervisor meanwhile. */
export function AbsenceTable({ caption, absences }: { caption: string; absences: Listed[] }) {
  const isAlone = absences.some(({ paired }) => paired.length > 0)
  return (
    <Table
      list
      hideCaption
      caption={caption}
      columns={isAlone ? columns : columns.slice(0, -1)}
      rows={absences.map(rowOf)}
    />
  )
}

const rowOf = ({ id, name, firstOn, lastOn, kind, status, paired }: Listed) => ({
  id,
  closed: status === 'refused',
  cells: {
    who: <Link to={`/absences/${id}`}>{name}</Link>,
    days: daysText(firstOn, lastOn, { year: true }),
    why: (
      <>
        {kind} {status === 'asked' ? <Tag tone="warn">Asked, not decided</Tag> : null}
        {status === 'refused' ? <Tag>Refused</Tag> : null}
      </>
    ),
    paired:
      paired.length > 0
        ? paired.map(({ student, blockId, ...days }) => (
            <p key={`${student} ${days.firstOn}`}>
              {student}, {daysText(days.firstOn, days.lastOn)}.{' '}
              <Link to={`/pairings/${blockId}`}>
                Pair anew<span className="vh"> with somebody else: {student}</span>
              </Link>
            </p>
          ))
        : null,
  },
})

const columns = [
  { key: 'who', label: 'Who' },
  { key: 'days', label: 'Days' },
  { key: 'why', label: 'Why' },
  { key: 'paired', label: 'Students without their supervisor' },
]
