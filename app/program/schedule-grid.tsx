import { Link } from '@remix-run/react'
import { daysText, dayText } from '#app/ui/time'
import type { Cell, Stretch } from './schedule'
import type { Schedule, ScheduledResident } from './schedule.server'

/** Residents by month: a letter and a color for each service, names where there is room, all of it in words too. */
export function ScheduleGrid({ schedule }: { schedule: Schedule }) {
  const { year, months, today, residents, mayEdit } = schedule
  const caption = `Residents by month, ${daysText(year.firstOn, year.lastOn, { year: true })}`
  return (
    <section className="scroll wide-only" tabIndex={0} aria-label="Schedule, residents by month">
      <table className="sched">
        <caption className="vh">{caption}</caption>
        <colgroup>
          <col />
          <col span={months.length} />
        </colgroup>
        <thead>
          <tr>
            <td />
            {months.map(({ firstOn, lastOn }) => (
              <th key={firstOn} scope="col" aria-current={firstOn <= today && today <= lastOn ? 'date' : undefined}>
                {monthText(firstOn)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {residents.map((resident) => (
            <tr key={resident.id}>
              <th scope="row">
                <Link to={`/schedule/${year.id}/people/${resident.id}`}>{resident.name}</Link>{' '}
                <small>PGY {resident.pgy}</small>
              </th>
              {resident.cells.map((cell) => (
                <GridCell key={cell.firstOn} cell={cell} resident={resident} edit={mayEdit ? year.id : undefined} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const monthText = (day: string) => dayText(day, { short: true }).split('\u00a0')[0]

type CellProps = { cell: Cell; resident: ScheduledResident; edit?: string }

function GridCell({ cell, resident, edit }: CellProps) {
  const [first] = cell.stretches
  const isWhole = cell.stretches.length === 1
  const away = resident.away.filter((it) => it.firstOn <= cell.lastOn && it.lastOn >= cell.firstOn)
  return (
    <td
      colSpan={cell.months}
      data-tone={isWhole ? first.service?.tone : undefined}
      data-gap={(isWhole && !first.service) || undefined}
      data-parts={!isWhole || undefined}
    >
      {cell.stretches.map((stretch) => (
        <Part key={stretch.firstOn} stretch={stretch} cell={cell} resident={resident} edit={edit} />
      ))}
      {away.map((it) => (
        <small key={it.id} className="sched__away">
          {it.status === 'asked' ? 'asks for ' : ''}
          {it.kind === 'Vacation' ? 'away' : it.kind.toLowerCase()} {daysText(it.firstOn, it.lastOn, { short: true })}
        </small>
      ))}
    </td>
  )
}

type PartProps = CellProps & { stretch: Stretch }

/** One stretch: its letter, its name where it lasts, its days where it shares the month. */
function Part({ stretch, cell, resident, edit }: PartProps) {
  const { service, firstOn, lastOn } = stretch
  const isShared = cell.stretches.length > 1
  const name = service?.name ?? 'Nothing set'
  const letter = service ? <b aria-hidden="true">{service.letter}</b> : null
  const words = (
    <>
      {letter}
      <span className={cell.months > 1 ? 'sched__name' : 'vh'}> {name}</span>
      {service ? null : <span aria-hidden="true">–</span>}
      {isShared ? <small>{daysOf(stretch)}</small> : null}
    </>
  )
  return (
    <span className="sched__part" data-tone={isShared ? service?.tone : undefined} title={service ? name : undefined}>
      {edit ? (
        <Link to={entryPath(edit, resident.id, firstOn, lastOn)}>
          {words}
          <span className="vh">
            , {daysText(firstOn, lastOn)}: change for {resident.name}
          </span>
        </Link>
      ) : (
        words
      )}
    </span>
  )
}

const daysOf = ({ firstOn, lastOn }: Stretch) =>
  firstOn === lastOn ? String(Number(firstOn.slice(8))) : `${Number(firstOn.slice(8))}–${Number(lastOn.slice(8))}`

/** The page that enters a range, filled with whom and when. */
export function entryPath(
  yearId: string,
  personId: string | undefined,
  from: string,
  to: string,
  kind = 'duty',
): string {
  const date = (name: string, day: string) => {
    const [year, month, on] = day.split('-')
    return { [`${name}.month`]: String(Number(month)), [`${name}.day`]: String(Number(on)), [`${name}.year`]: year }
  }
  const query = { ...(personId && { personId }), kind, ...date('from', from), ...date('to', to) }
  return `/schedule/${yearId}/entry?${new URLSearchParams(query)}`
}
