import { Link } from '@remix-run/react'
import { Details } from '#app/ui/details'
import { Rows } from '#app/ui/rows'
import { Tag } from '#app/ui/tag'
import { daysText } from '#app/ui/time'
import { type DutyKind, dutyKinds, type OnDuty } from './schedule'
import { entryPath } from './schedule-grid'

type DutyListProps = { duties: OnDuty[]; today: string; yearId: string; mayEdit: boolean }

/** A person's year in time's order; what is over folded away, call weekends apart. */
export function DutyList({ duties, today, yearId, mayEdit }: DutyListProps) {
  const work = duties.filter(({ kind }) => kind === 'duty')
  const other = duties.filter(({ kind }) => kind !== 'duty')
  const over = [...work, ...other].filter(({ lastOn }) => lastOn < today)
  const still = (list: OnDuty[]) => list.filter((duty) => !over.includes(duty))
  const rowOf = ({ id, personId, service, kind, firstOn, lastOn }: OnDuty) => ({
    id,
    key: daysText(firstOn, lastOn, { short: true }),
    children: (
      <>
        <Tag tone={service.tone}>{service.letter}</Tag> {service.name}
        {kind === 'duty' ? '' : `: ${dutyKinds[kind as DutyKind].replace(/^(Has the|Is on) /, '')}`}
        {firstOn <= today && today <= lastOn ? ' (now)' : ''}
      </>
    ),
    end: mayEdit ? (
      <Link to={entryPath(yearId, personId, firstOn, lastOn, kind)}>
        Change<span className="vh"> {daysText(firstOn, lastOn)}</span>
      </Link>
    ) : undefined,
  })
  if (duties.length === 0) return <p className="muted">Nothing is entered for this year yet.</p>
  return (
    <>
      {still(work).length > 0 ? <Rows wrap first={10} items={still(work).map(rowOf)} /> : null}
      {still(other).length > 0 ? (
        <Details summary={`Weeks of the rota and call: ${still(other).length}`}>
          <Rows wrap first={10} items={still(other).map(rowOf)} />
        </Details>
      ) : null}
      {over.length > 0 ? (
        <Details summary={`Over: ${over.length}`}>
          <Rows wrap first={10} items={over.map(rowOf)} />
        </Details>
      ) : null}
    </>
  )
}
