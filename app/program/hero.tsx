import { ButtonLink } from '#app/ui/button'
import { Rows } from '#app/ui/rows'
import { dayText } from '#app/ui/time'

type HeroProps = { deadlines: { on: string; what: string }[] }

/** The first words of the portal, and the next days that matter beside them. */
export function Hero({ deadlines }: HeroProps) {
  return (
    <div className="hero">
      <div className="stack stack-24">
        <h1>Rotate as an acting sub-intern in interventional radiology</h1>
        <p className="lead">
          Two or four weeks on the service of an integrated residency. You see new consults, work in clinic and assist
          in the procedure rooms, each week with a resident and an attending who know your name.
        </p>
        <p className="cluster">
          <ButtonLink to="/clerkships">See dates and seats</ButtonLink>
          <ButtonLink kind="secondary" to="/#apply">
            How to apply
          </ButtonLink>
        </p>
      </div>
      {deadlines.length > 0 ? (
        <section aria-labelledby="next" className="stack stack-8">
          <h2 id="next" className="small muted">
            Next deadlines, 11:59 PM PT
          </h2>
          <Rows
            ordered
            first={7}
            items={deadlines.map(({ on, what }) => ({
              id: what,
              key: <time dateTime={on}>{dayText(on, { weekday: true, short: true })}</time>,
              children: what,
            }))}
          />
        </section>
      ) : null}
    </div>
  )
}
