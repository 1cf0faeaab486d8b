import { Table } from '#app/ui/table'
import { weekdays } from './conference'
import type { ListedService } from './services.server'

/** A student's week on a service: a row for each half-day, a column for each weekday. */
export function ServiceWeek({ service }: { service: Pick<ListedService, 'name' | 'week'> }) {
  const at = (weekday: number, half: string) =>
    service.week.find((it) => it.weekday === weekday && it.half === half)?.name ?? ''
  return (
    <Table
      list
      caption={`A week on ${service.name}`}
      columns={[
        { key: 'day', label: 'Day' },
        { key: 'morning', label: 'Morning' },
        { key: 'afternoon', label: 'Afternoon' },
      ]}
      rows={weekdays.map((day, n) => ({
        id: day,
        cells: { day, morning: at(n + 1, 'morning'), afternoon: at(n + 1, 'afternoon') },
      }))}
    />
  )
}
