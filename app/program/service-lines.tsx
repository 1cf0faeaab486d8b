import { Link } from '@remix-run/react'
import type { services } from '#db/schema/index'
import { blocksText, type Opening } from './opening'

type Service = typeof services.$inferSelect
type ServiceLinesProps = { services: Service[]; openings: Opening[] }

/** The services that take students: what they treat, how many students at once, in which blocks. */
export function ServiceLines({ services, openings }: ServiceLinesProps) {
  const open = services.filter((service) => service.takesStudents)
  return (
    <section aria-labelledby="services" className="stack stack-24">
      <h2 id="services">Services to rotate on</h2>
      <div className="columns columns--2">
        {open.map((service) => (
          <div key={service.id} className="stack stack-12">
            <h3>{service.name}</h3>
            <p>
              {service.description} {capacityText(service, openings)}
            </p>
            <ul className="bullets">
              {service.focus.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p>
        <Link to="/program/services">A week on each service</Link>
      </p>
    </section>
  )
}

/** "At most 3 students at once.", "1 student at once, in blocks 1, 2 and 7." */
function capacityText({ id, mostStudents }: Service, openings: Opening[]): string {
  const blocks = openings.filter((it) => it.service.id === id && it.kind === 'sub-internship')
  const names = [...new Set(blocks.map(({ block }) => block.name))]
  if (mostStudents > 1) return `At most ${mostStudents} students at once.`
  return names.length > 0 ? `1 student at once, in ${blocksText(names)}.` : '1 student at once.'
}
