import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { stages } from '#app/apply/review'
import { stagesOf } from '#app/apply/stages.server'
import { askedOf, listWorklist } from '#app/apply/worklist.server'
import { WorklistFilters } from '#app/apply/worklist-filters'
import { WorklistTable } from '#app/apply/worklist-table'
import { requirePerson } from '#app/people/who.server'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { Tabs } from '#app/ui/tabs'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${stages[data.asked.stage]} – Review – IR rotations` : 'Page not found – IR rotations' },
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const asked = askedOf(new URL(request.url))
  const list = await listWorklist(me, asked)
  for (const row of list.rows) context.disclose(row.studentId, 'worklist')
  return { ...list, asked, tabs: stagesOf(me) }
}

export default function ReviewPage() {
  const { rows, total, pages, counts, asked, tabs, ...options } = useLoaderData<typeof loader>()
  const isFiltered = [asked.q, asked.block, asked.service, asked.school].some(Boolean)
  return (
    <Page title="Review">
      <Tabs
        label="Stages"
        tabs={tabs.map((stage) => ({
          to: `?stage=${stage}`,
          label: stages[stage],
          count: counts[stage],
          current: stage === asked.stage,
        }))}
      />
      <WorklistFilters asked={asked} {...options} />
      {rows.length > 0 ? (
        <WorklistTable rows={rows} stage={asked.stage} />
      ) : (
        <Nothing isFiltered={isFiltered} stage={asked.stage} />
      )}
      <Pagination page={asked.page} pages={pages} total={total} />
    </Page>
  )
}

function Nothing({ isFiltered, stage }: { isFiltered: boolean; stage: keyof typeof stages }) {
  if (!isFiltered) return <p>Nothing waits here. Applications stand here once they are {waits[stage]}.</p>
  return (
    <p>
      No application fits these filters. <Link to={`?stage=${stage}`}>Clear filters</Link>
    </p>
  )
}

const waits: Record<keyof typeof stages, string> = {
  review: 'sent and confirmed by the school',
  school: 'sent and the school has not answered',
  papers: 'sent with a document that nobody has checked',
  health: 'sent with a health document that you have not checked',
  returned: 'given back to the student',
  eligible: 'marked as eligible',
  waitlisted: 'put on the waitlist',
  placed: 'accepted by the student',
  closed: 'not offered a place',
  withdrawn: 'withdrawn',
  all: 'sent',
}
