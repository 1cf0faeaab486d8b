import { Link } from '@remix-run/react'
import { Rows } from '#app/ui/rows'
import { type Conference, weekdays } from './conference'

type TeachingProps = {
  conferences: Conference[]
  taught: { resident?: number; attending?: number }
  training: { intensiveCare: number; clinical: number }
}

/** What is taught on each weekday, and by whom. */
export function Teaching({ conferences, taught, training }: TeachingProps) {
  return (
    <section aria-labelledby="conferences" className="split">
      <div className="stack stack-24">
        <h2 id="conferences">Teaching every morning at 7:00</h2>
        <Rows
          ordered
          items={weekdays.map((day, at) => ({ id: day, key: day, children: dayLine(conferences, at + 1) }))}
        />
        <p>
          <Link to="/program/conferences">All conferences with their times</Link>
        </p>
      </div>
      <div className="stack stack-12">
        <h3>Who teaches you</h3>
        <p>
          {taught.resident ?? 0} residents in six years and {taught.attending ?? 0} attendings.{' '}
          {training.intensiveCare > 0
            ? `Residents spend ${training.intensiveCare} months in intensive care and see their own patients in clinic.`
            : null}
        </p>
        <p>Your week is drawn from your resident’s own schedule, so you are where they are.</p>
        <p>
          <Link to="/program/people">Residents and attendings</Link> ·{' '}
          <Link to="/program/curriculum">Their six years</Link>
        </p>
      </div>
    </section>
  )
}

/** A weekday's conferences for students: the morning's, then what else there is, with its hour. */
function dayLine(conferences: Conference[], weekday: number): string {
  const today = conferences.filter((it) => it.weekday === weekday && it.isForStudents && !it.isOptional)
  const early = today.filter((it) => it.startsAt < '09:00').map((it) => it.name)
  const later = today.filter((it) => it.startsAt >= '09:00')
  const rest = later.map(({ name, startsAt, everyWeeks }) => {
    const often = everyWeeks === 2 ? ' every other week' : ''
    return `${name.charAt(0).toLowerCase()}${name.slice(1)}${often} at ${hourText(startsAt)}`
  })
  return [...early, ...rest].join('; ')
}

const hourText = (time: string) =>
  time === '12:00' ? 'noon' : `${Number(time.slice(0, 2)) % 12 || 12}:${time.slice(3)}`
