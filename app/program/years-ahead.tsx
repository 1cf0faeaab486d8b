import { Instant } from '#app/ui/time'
import { yearName } from './calendar'
import { leftIn, type Opening, seatsText } from './opening'
import { SeatsTable } from './seats-table'

type YearsAheadProps = { slug: string; name: string; openings: Opening[]; now: Date; today: string }

/** The dates of later years that are set, a table a year, with when the first of them open. */
export function YearsAhead({ slug, name, openings, now, today }: YearsAheadProps) {
  const years = [...new Set(openings.map(({ block }) => block.yearId))].sort()
  return years.map((year) => {
    const own = openings.filter(({ block }) => block.yearId === year)
    const first = own.map(({ opensAt }) => opensAt as Date).sort((a, b) => Number(a) - Number(b))[0]
    return (
      <section key={year} aria-labelledby={`year-${year}`} className="stack">
        <h2 id={`year-${year}`}>Dates and seats in {yearName(year)}</h2>
        <p>
          {seatsText(leftIn(own, today))} {first > now ? 'open on ' : 'have been open since '}
          <Instant at={first} year />.
        </p>
        <SeatsTable slug={slug} name={`${name} in ${yearName(year)}`} openings={own} now={now} today={today} />
      </section>
    )
  })
}
