import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { AbsenceList } from '#app/program/absence-list'
import { CurriculumCheck } from '#app/program/curriculum-check'
import { RotaTable } from '#app/program/rota-table'
import { readSchedule } from '#app/program/schedule.server'
import { ScheduleGrid } from '#app/program/schedule-grid'
import { ScheduleList } from '#app/program/schedule-list'
import { ButtonLink } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Tabs } from '#app/ui/tabs'
import { Tag } from '#app/ui/tag'
import { History } from '#app/workflow/history'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Schedule – ${data?.schedule.year.id ?? ''} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return { schedule: await readSchedule(await requirePerson(context), params.year!) }
}

export default function SchedulePage() {
  const { schedule } = useLoaderData<typeof loader>()
  const { year, years, residents, absences, legend, changes, mayEdit } = schedule
  const enter = mayEdit ? <ButtonLink to={`/schedule/${year.id}/entry`}>Enter a range</ButtonLink> : null
  const sub = `${residents.length} residents, who change on calendar months: hand-overs fall inside student blocks.`
  return (
    <Page title={`Schedule ${year.id.replace('-', '–')}`} sub={sub} actions={enter}>
      {years.length > 1 ? (
        <Tabs
          label="Academic years"
          tabs={years.map((id) => ({ to: `/schedule/${id}`, label: id.replace('-', '–'), current: id === year.id }))}
        />
      ) : null}
      <section aria-labelledby="residents" className="stack">
        <h2 id="residents">Residents</h2>
        {residents.some(({ cells }) =>
          cells.some(({ stretches }) => stretches.some(({ service }) => service)),
        ) ? null : (
          <p>Nothing is entered for this year yet. {mayEdit ? 'Enter the first range, or press a month below.' : ''}</p>
        )}
        <ul className="legend" aria-label="Services by letter">
          {legend.map(({ id, letter, name, tone }) => (
            <li key={id}>
              <Tag tone={tone}>{letter}</Tag>
              {name}
            </li>
          ))}
        </ul>
        <ScheduleGrid schedule={schedule} />
        <ScheduleList schedule={schedule} />
      </section>
      <section aria-labelledby="curriculum" className="stack">
        <h2 id="curriculum">The curriculum, and what the schedule gives</h2>
        <CurriculumCheck schedule={schedule} />
      </section>
      <section aria-labelledby="rota" className="stack">
        <h2 id="rota">Attendings’ weeks</h2>
        <RotaTable schedule={schedule} />
      </section>
      <section aria-labelledby="away" className="stack">
        <h2 id="away">Who is away</h2>
        <AbsenceList absences={absences} none="Nobody is away from today on." mayEdit={mayEdit} />
        {mayEdit ? <Link to="/absences">All absences</Link> : null}
      </section>
      {mayEdit ? <History changes={changes} mayUndo /> : null}
    </Page>
  )
}
