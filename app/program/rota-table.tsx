import { Link } from '@remix-run/react'
import { Details } from '#app/ui/details'
import { Table } from '#app/ui/table'
import { daysText } from '#app/ui/time'
import type { Schedule } from './schedule.server'
import { entryPath } from './schedule-grid'

type Week = Schedule['rota'][number]
const AHEAD = 8

/** Which attending has the consult week, which the stroke week: the next eight weeks, the others on request. */
export function RotaTable({ schedule }: { schedule: Schedule }) {
  const { rota, year, mayEdit } = schedule
  const next = rota.filter(({ isOver }) => !isOver).slice(0, AHEAD)
  const rest = rota.filter((week) => !next.includes(week))
  const edit = mayEdit ? year.id : undefined
  return (
    <div className="stack stack-12">
      {next.length > 0 ? <Weeks caption="The attendings’ next weeks" weeks={next} edit={edit} /> : null}
      {rest.length > 0 ? (
        <Details summary={`The other ${rest.length} weeks`}>
          <Weeks caption="The attendings’ other weeks" weeks={rest} edit={edit} />
        </Details>
      ) : null}
    </div>
  )
}

function Weeks({ caption, weeks, edit }: { caption: string; weeks: Week[]; edit?: string }) {
  const who = (list: Week['consult'], kind: string, week: Week) => (
    <>
      {list.map((it, at) => (
        <span key={it.id}>
          {at > 0 ? ', ' : ''}
          {edit ? (
            <Link to={entryPath(edit, it.personId, week.monday, week.sunday, kind)}>
              {it.name}
              <span className="vh">: change the {kind}</span>
            </Link>
          ) : (
            it.name
          )}
          {it.isPart ? ` (${daysText(it.firstOn, it.lastOn, { short: true })})` : ''}
        </span>
      ))}
      {list.length > 0 ? null : edit ? (
        <Link to={entryPath(edit, undefined, week.monday, week.sunday, kind)}>
          Nobody<span className="vh">: set the {kind}</span>
        </Link>
      ) : (
        'Nobody'
      )}
    </>
  )
  return (
    <Table
      dense
      list
      hideCaption
      caption={caption}
      columns={[
        { key: 'week', label: 'Week' },
        { key: 'consult', label: 'Consult week' },
        { key: 'stroke', label: 'Stroke week' },
      ]}
      rows={weeks.map((week) => ({
        id: week.monday,
        closed: week.isOver,
        cells: {
          week: (
            <>
              {daysText(week.monday, week.sunday, { short: true })}
              {week.isNow ? <span className="muted"> (now)</span> : null}
            </>
          ),
          consult: who(week.consult, 'consult week', week),
          stroke: who(week.stroke, 'stroke week', week),
        },
      }))}
    />
  )
}
