import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { type MessageTab, messageTabs } from '#app/report/message'
import { listMessages, wantedMessages } from '#app/report/messages.server'
import { MessagesTable } from '#app/report/messages-table'
import { Filters } from '#app/ui/filters'
import { Page } from '#app/ui/page'
import { Pagination } from '#app/ui/pagination'
import { Tabs } from '#app/ui/tabs'

export const meta: MetaFunction = () => [{ title: 'Messages – IR rotations' }]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const wanted = wantedMessages(new URL(request.url))
  return { ...(await listMessages(me, wanted)), wanted }
}

export default function MessagesPage() {
  const { rows, total, pages, counts, wanted } = useLoaderData<typeof loader>()
  const { tab, q } = wanted
  const pathOf = (status: MessageTab | null) =>
    `?${new URLSearchParams({ ...(status && { status }), ...(q && { q }) })}`
  const tabs = (Object.keys(messageTabs) as MessageTab[]).map((name) => ({
    to: pathOf(name),
    label: messageTabs[name].label,
    count: counts[name],
    current: name === tab,
  }))
  return (
    <Page
      title="Messages"
      sub="What the portal writes to people. A message is sent once; nothing is sent twice by itself."
    >
      <Tabs label="States" tabs={[{ to: pathOf(null), label: 'All', current: tab === null }, ...tabs]} />
      <Filters
        label="Find messages"
        button="Find"
        chips={q ? [{ label: `“${q}”`, without: tab ? `?status=${tab}` : '?' }] : []}
      >
        {tab ? <input type="hidden" name="status" value={tab} /> : null}
        <div className="field">
          <label className="label" htmlFor="q">
            Address or subject
          </label>
          <input className="input" id="q" name="q" key={q} type="search" enterKeyHint="search" defaultValue={q} />
        </div>
      </Filters>
      {rows.length > 0 ? <MessagesTable rows={rows} /> : <Nothing tab={tab} q={q} />}
      <Pagination page={wanted.page} pages={pages} total={total} />
    </Page>
  )
}

function Nothing({ tab, q }: { tab: MessageTab | null; q: string }) {
  if (q)
    return (
      <p>
        No message fits “{q}”. <Link to={tab ? `?status=${tab}` : '?'}>Clear filters</Link>
      </p>
    )
  return <p>{tab === 'trouble' ? 'Nothing needs a look: every message went out.' : 'No message stands here.'}</p>
}
