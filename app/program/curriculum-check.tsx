import { Link } from '@remix-run/react'
import { Table } from '#app/ui/table'
import { Tag } from '#app/ui/tag'
import { monthsNumber, monthsText } from './curriculum'
import type { Compared } from './months-done'
import type { Schedule } from './schedule.server'

/** What the curriculum asks and what the schedule gives: the totals, then resident by resident. */
export function CurriculumCheck({ schedule }: { schedule: Schedule }) {
  const { totals, residents, year } = schedule
  return (
    <div className="stack stack-24">
      <Table
        list
        hideCaption
        caption="Totals asked and planned"
        columns={totalColumns}
        rows={totals.map(({ name, asked, planned }) => ({
          id: name,
          cells: { name, asked, planned: round(planned), state: <State isMet={round(planned) >= asked} /> },
        }))}
      />
      <Table
        list
        hideCaption
        caption="The curriculum, resident by resident"
        columns={columns}
        rows={residents.map(({ id, name, pgy, compared, isAsAsked }) => ({
          id,
          cells: {
            name: (
              <Link className="nowrap" to={`/schedule/${year.id}/people/${id}`}>
                {name}
              </Link>
            ),
            pgy: <span className="nowrap">PGY {pgy}</span>,
            state: <State isMet={isAsAsked} other="Differs" />,
            how: isAsAsked ? '' : differenceText(compared),
          },
        }))}
      />
    </div>
  )
}

const round = (months: number) => Math.round(months * 10) / 10

const State = ({ isMet, other = 'Short' }: { isMet: boolean; other?: string }) => (
  <Tag tone={isMet ? 'ok' : 'warn'}>{isMet ? 'As asked' : other}</Tag>
)

/** "Vascular surgery: 2 of 1 month": where the plan differs from what is asked. */
const differenceText = (compared: Compared[]): string =>
  compared
    .filter(({ asked, planned }) => asked !== planned)
    .map(({ service, asked, planned }) => `${service.name}: ${monthsNumber(planned)} of ${monthsText(asked)}`)
    .join('; ')

const totalColumns = [
  { key: 'name', label: 'Part' },
  { key: 'asked', label: 'Asked, months', numeric: true },
  { key: 'planned', label: 'Planned', numeric: true },
  { key: 'state', label: 'State' },
]
const columns = [
  { key: 'name', label: 'Resident' },
  { key: 'pgy', label: 'Year' },
  { key: 'state', label: 'Curriculum' },
  { key: 'how', label: 'What differs' },
]
