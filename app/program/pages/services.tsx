import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HostService } from '#app/program/host-service'
import { publicAddress } from '#app/program/program.server'
import { ProgramTabs } from '#app/program/program-tabs'
import { listServices } from '#app/program/services.server'
import { listText } from '#app/ui/list-text'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'

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
          <HostService key={service.id} service={service} />
        ))}
        {elsewhere.length > 0 ? (
          <section aria-labelledby="elsewhere" className="ruled stack stack-12">
            <h2 id="elsewhere">Where residents train besides</h2>
            <p className="measure">{namesText(elsewhere.map(({ name }) => name))}. Students are not placed there.</p>
          </section>
        ) : null}
      </div>
    </Page>
  )
}

/** Names in one sentence: only the first keeps its capital. */
const namesText = (names: string[]) => listText(names.map((name, at) => (at === 0 ? name : name.toLowerCase())))
