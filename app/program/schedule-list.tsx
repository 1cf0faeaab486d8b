import { Link } from '@remix-run/react'
import { Tag } from '#app/ui/tag'
import { daysText } from '#app/ui/time'
import type { Schedule, ScheduledResident } from './schedule.server'

/** The same on a phone: person by person, from the stretch that runs now on. */
export function ScheduleList({ schedule }: { schedule: Schedule }) {
  return (
    <div className="stack stack-24 narrow-only">
      {schedule.residents.map((resident) => (
        <ResidentYear key={resident.id} resident={resident} year={schedule.year.id} today={schedule.today} />
      ))}
    </div>
  )
}

type Stretch = ScheduledResident['cells'][number]['stretches'][number]

/** Months one after another in which nothing is set are one stretch. */
function joined(stretches: Stretch[]): Stretch[] {
  const all: Stretch[] = []
  for (const next of stretches) {
    const last = all.at(-1)
    if (!last || last.service || next.service) all.push({ ...next })
    else last.lastOn = next.lastOn
  }
  return all
}

type ResidentYearProps = { resident: ScheduledResident; year: string; today: string }

function ResidentYear({ resident: { id, name, pgy, cells, away }, year, today }: ResidentYearProps) {
  const stretches = joined(cells.flatMap((cell) => cell.stretches))
  const left = stretches.filter(({ lastOn }) => lastOn >= today)
  const still = away.filter(({ lastOn }) => lastOn >= today)
  return (
    <section className="stack stack-8" aria-labelledby={`of-${id}`}>
      <h3 id={`of-${id}`}>
        <Link to={`/schedule/${year}/people/${id}`}>{name}</Link> <small className="muted">PGY {pgy}</small>
      </h3>
      <ul className="plain">
        {(left.length > 0 ? left : stretches).map(({ service, firstOn, lastOn }) => (
          <li key={firstOn}>
            <Tag tone={service?.tone}>{service?.letter ?? '–'}</Tag> {service?.name ?? 'Nothing set'},{' '}
            {daysText(firstOn, lastOn, { short: true })}
            {firstOn <= today && today <= lastOn ? ' (now)' : ''}
          </li>
        ))}
        {still.map((it) => (
          <li key={it.id} className="muted">
            {it.kind}, {daysText(it.firstOn, it.lastOn, { short: true })}
          </li>
        ))}
      </ul>
    </section>
  )
}
