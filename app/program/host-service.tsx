import { Link } from '@remix-run/react'
import { Rows } from '#app/ui/rows'
import { ServiceWeek } from './service-week'
import type { ListedService } from './services.server'

/** A service that takes students: what it treats, what they work in, and their week. */
export function HostService({ service }: { service: ListedService }) {
  return (
    <section aria-labelledby={service.slug} className="stack stack-24">
      <h2 id={service.slug}>{service.name}</h2>
      <p className="measure">
        {service.description} {mostText(service.mostStudents)}
      </p>
      <ul className="bullets">
        {service.focus.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3>What you work in</h3>
      <Rows wrap first={9} items={service.sessions.map(rowOf)} />
      {service.families.length > 0 ? (
        <div className="stack stack-8">
          <h3>What is done here</h3>
          <Rows wrap first={10} items={service.families.map(rowOf)} />
        </div>
      ) : null}
      <ServiceWeek service={service} />
      <p className="hint">
        Your own week follows your resident: their clinic, absences and holidays change it.{' '}
        <Link to="/clerkships">Dates and seats</Link>
      </p>
    </section>
  )
}

type Named = { id: string; name: string; description: string | null }
const rowOf = ({ id, name, description }: Named) => ({ id, key: name, children: description })

const mostText = (most: number) => `At most ${most} ${most === 1 ? 'student' : 'students'} at once.`
