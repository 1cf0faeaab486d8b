import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { LinkButton } from '#app/ui/button'
import { Rows } from '#app/ui/rows'
import { halfDays, ofHalfDay, type Service } from './service'
import { ServiceWeek } from './service-week'

type Named = { id: string; name: string; description: string | null }
type PartsProps = {
  service: Pick<Service, 'name' | 'slug' | 'takesStudents'>
  sessions: Named[]
  families: Named[]
  week: Partial<Record<(typeof halfDays)[number], string>>
}

/** What happens on a service, each part with the page that changes it. */
export function ServiceParts({ service, sessions, families, week }: PartsProps) {
  const path = `/settings/services/${service.slug}`
  const nameOf = (id?: string) => sessions.find((session) => session.id === id)?.name ?? ''
  const times = halfDays.map((name) => ({ ...ofHalfDay(name), name: nameOf(week[name]) }))
  const isSet = times.some(({ name }) => name)
  return (
    <div className="stack stack-32">
      <Part id="sessions" title="Sessions" to={`${path}/sessions`} act="Change the sessions">
        {sessions.length > 0 ? <Rows wrap first={9} items={sessions.map(rowOf)} /> : <p>No session yet.</p>}
      </Part>
      <Part id="week" title="The student’s week" to={`${path}/week`} act="Change the week">
        {isSet ? <ServiceWeek service={{ name: service.name, week: times }} /> : <p>Nothing is set yet.</p>}
      </Part>
      <Part id="procedures" title="Procedures" to={`${path}/procedures`} act="Change the procedures">
        {families.length > 0 ? (
          <Rows wrap first={10} items={families.map(rowOf)} />
        ) : (
          <p>No family of procedures yet.</p>
        )}
      </Part>
      <Form method="post" action={`${path}/removal`}>
        <LinkButton>Remove this service</LinkButton>
        <p className="hint">Only while no opening, duty or part of the curriculum is on it.</p>
      </Form>
    </div>
  )
}

const rowOf = ({ id, name, description }: Named) => ({ id, key: name, children: description })

type PartProps = { id: string; title: string; to: string; act: string; children: ReactNode }

const Part = ({ id, title, to, act, children }: PartProps) => (
  <section aria-labelledby={id} className="stack stack-12">
    <div className="cluster cluster--between cluster--base">
      <h2 id={id}>{title}</h2>
      <Link to={to}>{act}</Link>
    </div>
    {children}
  </section>
)
