import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notesOf, timesText, weekdays } from '#app/program/conference'
import { readConferences } from '#app/program/conferences.server'
import { conferenceEvents } from '#app/program/linked-data'
import { publicAddress } from '#app/program/program.server'
import { ProgramTabs } from '#app/program/program-tabs'
import { Page } from '#app/ui/page'
import { publicMeta } from '#app/ui/public-meta'
import { Rows } from '#app/ui/rows'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  publicMeta({
    title: 'Conferences – Program',
    description: 'Morning lectures, noon conferences and tumor boards of the week, with their times.',
    address: data?.address,
    linked: data && conferenceEvents(data.conferences, data),
  })

export async function loader() {
  const address = publicAddress('/program/conferences')
  return { ...(await readConferences()), address, home: publicAddress('/') }
}

export default function Conferences() {
  const { conferences } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Conferences"
      width="reading"
      sub="Every weekday begins at 7:00 AM with an hour of teaching. Times are Pacific Time."
    >
      <ProgramTabs here="/program/conferences" />
      <div className="stack stack-48">
        {weekdays.map((day, at) => (
          <section key={day} aria-labelledby={day} className="stack">
            <h2 id={day}>{day}</h2>
            <Rows
              wrap
              ordered
              first={10}
              items={conferences
                .filter((it) => it.weekday === at + 1)
                .map((it) => ({
                  id: it.id,
                  key: timesText(it),
                  children: (
                    <>
                      {it.name} <span className="small muted">{notesOf(it)}</span>
                    </>
                  ),
                }))}
            />
          </section>
        ))}
      </div>
    </Page>
  )
}
