import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { publicAddress } from '#app/program/program.server'
import { ProgramTabs } from '#app/program/program-tabs'
import { ServiceWeek } from '#app/program/service-week'
import { listServices } from '#app/program/services.server'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'
import { Rows } from '#app/ui/rows'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: 'Services – Program',
    description: 'Peripheral IR and neuro IR: what each service treats, and a student’s week on it.',
    address: data?.address,
  })

export async function loader() {
  const services = await listServices()
  return {
    hosts: services.filter((service) => service.takesStudents),
    elsewhere: services.filter((service) => !service.takesStudents).map(({ id, name }) => ({ id, name })),
    address: publicAddress('/program/services'),
  }
}

export default function Services() {
  const { hosts, elsewhere } = useLoaderData<typeof loader>()
  return (
    <Page title="Services" width="reading" sub="Where students work, and what a week looks like.">
      <ProgramTabs here="/program/services" />
      <div className="stack stack-72">
        {hosts.map((service) => (
          <section key={service.id} aria-labelledby={service.slug} className="stack stack-24">
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
            <Rows
              wrap
              first={9}
              items={service.sessions.map(({ id, name, description }) => ({ id, key: name, children: description }))}
            />
            {service.families.length > 0 ? (
              <div className="stack stack-8">
                <h3>What is done here</h3>
                <Rows
                  wrap
                  first={10}
                  items={service.families.map(({ id, name, description }) => ({
                    id,
                    key: name,
                    children: description,
                  }))}
                />
              </div>
            ) : null}
            <ServiceWeek service={service} />
            <p className="hint">
              Your own week follows your resident: their clinic, absences and holidays change it.{' '}
              <Link to="/clerkships">Dates and seats</Link>
            </p>
          </section>
        ))}
        {elsewhere.length > 0 ? (
          <section aria-labelledby="elsewhere" className="ruled stack stack-12">
            <h2 id="elsewhere">Where residents train besides</h2>
            <p className="measure">{listText(elsewhere.map(({ name }) => name))}. Students are not placed there.</p>
          </section>
        ) : null}
      </div>
    </Page>
  )
}

const mostText = (most: number) => `At most ${most} ${most === 1 ? 'student' : 'students'} at once.`

/** Names in one sentence: only the first keeps its capital. */
const listText = (names: string[]) =>
  new Intl.ListFormat('en-US').format(names.map((name, at) => (at === 0 ? name : name.toLowerCase())))
