import { Link } from '@remix-run/react'
import { Details } from '#app/ui/details'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { daysText } from '#app/ui/time'

type Absence = { id: string; name: string; kind: string; firstOn: string; lastOn: string; status: string }

const FIRST = 8
type AbsenceListProps = { absences: Absence[]; none: string; isOne?: boolean; mayEdit?: boolean }

/** Who is away when, the next first; of one person without the name. */
export function AbsenceList({ absences, none, isOne, mayEdit }: AbsenceListProps) {
  if (absences.length === 0) return <p className="muted">{none}</p>
  const rowOf = ({ id, name, kind, firstOn, lastOn, status }: Absence) => ({
    id,
    key: daysText(firstOn, lastOn, { short: true }),
    children: (
      <>
        {isOne ? kind : `${name} · ${kind}`} {status === 'asked' ? <Tag tone="warn">Asked, not decided</Tag> : null}
      </>
    ),
    end: mayEdit ? (
      <Link to={`/absences/${id}`}>
        Change<span className="vh">: {`${name} away ${daysText(firstOn, lastOn)}`}</span>
      </Link>
    ) : undefined,
  })
  const rows = (list: Absence[]) => <Rows wrap first={10} items={list.map(rowOf)} />
  return (
    <div className="stack stack-12">
      {rows(absences.slice(0, FIRST))}
      {absences.length > FIRST ? (
        <Details summary={`${absences.length - FIRST} later`}>{rows(absences.slice(FIRST))}</Details>
      ) : null}
    </div>
  )
}
