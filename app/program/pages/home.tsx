import type { MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { Hero } from '#app/program/hero'
import { organization } from '#app/program/linked-data'
import { publicAddress } from '#app/program/program.server'
import { ServiceLines } from '#app/program/service-lines'
import { StudentWork } from '#app/program/student-work'
import { Teaching } from '#app/program/teaching'
import { WayIn } from '#app/program/way-in'
import { findYear } from '#app/program/year.server'
import { YearPicture } from '#app/program/year-picture'
import { Figures } from '#app/ui/figures'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: 'Medical student rotations',
    description:
      'Two- and four-week rotations in interventional radiology for 3rd- and 4th-year medical students: dates, ' +
      'seats, what students do and how to apply.',
    address: data?.address,
    linked: data?.program && organization(data.program, data.address),
  })

export async function loader() {
  return { ...(await findYear()), address: publicAddress('/') }
}

export default function Home() {
  const { today, program, year, blocks, openings, clerkships, services, conferences, deadlines, taught, training } =
    useLoaderData<typeof loader>()
  return (
    <Page title="Medical student rotations" width="reading" heading={false}>
      <div className="stack stack-72">
        <div className="stack stack-48">
          <Hero deadlines={deadlines} />
          {year && blocks.length > 0 ? (
            <section aria-labelledby="year" className="stack">
              <div className="cluster cluster--between cluster--base">
                <h2 id="year">{year.id.replace('-', '–')} block by block</h2>
                <p className="small">
                  <Link to="/clerkships">The same as a table</Link>
                </p>
              </div>
              <YearPicture year={year} blocks={blocks} openings={openings} today={today} />
            </section>
          ) : null}
        </div>
        <StudentWork />
        {program && program.figures.length > 0 ? (
          <section aria-labelledby="numbers" className="stack stack-24">
            <h2 id="numbers">One year on the service</h2>
            <Figures items={program.figures} />
          </section>
        ) : null}
        <ServiceLines services={services} openings={openings} />
        <Teaching conferences={conferences} taught={taught} training={training} />
        {program ? <WayIn clerkships={clerkships} program={program} /> : null}
        {program ? (
          <section aria-labelledby="help" className="ruled stack stack-8">
            <h2 id="help">Questions</h2>
            <p>
              Write to the coordinator at <a href={`mailto:${program.contactEmail}`}>{program.contactEmail}</a>. We
              answer within 2 working days. <Link to="/help">Help</Link>
            </p>
          </section>
        ) : null}
      </div>
    </Page>
  )
}
