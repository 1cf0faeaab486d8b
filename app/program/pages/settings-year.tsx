import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { BlocksTable } from '#app/program/blocks-table'
import { overlapsOf, overlapText, wholeBlocks, yearDays, yearName } from '#app/program/calendar'
import { CalendarPicture } from '#app/program/calendar-picture'
import { calendarRecord } from '#app/program/calendar-record.server'
import { requireEditor } from '#app/program/editor.server'
import { YearProgress } from '#app/program/year-progress'
import { ButtonLink, LinkButton } from '#app/ui/button'
import { Page } from '#app/ui/page'
import { Rows } from '#app/ui/rows'
import { Day } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { History } from '#app/workflow/history'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? yearName(data.year.id) : 'Year'} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const now = programNow()
  return { ...(await calendarRecord(await requireEditor(context), params.year!)), now, today: dayAt(now) }
}

export default function SettingsYear() {
  const { year, blocks, holidays, last, changes, seats, windows, now, today } = useLoaderData<typeof loader>()
  const whole = wholeBlocks(blocks)
  const overlaps = overlapsOf(blocks)
  const here = `/settings/years/${year.id}`
  return (
    <Page
      title={`Academic year ${yearName(year.id)}`}
      back={{ to: '/settings/years', label: 'Academic years' }}
      sub={
        <>
          {yearDays(year)} · <Link to={`${here}/dates`}>Change the days</Link>
        </>
      }
    >
      <YearProgress
        {...{ year: year.id, seats, windows, now }}
        blocks={whole.length}
        halves={blocks.length - whole.length}
      />
      <section aria-labelledby="blocks" className="stack stack-24">
        <div className="cluster cluster--between cluster--base">
          <h2 id="blocks">Blocks</h2>
          <Link to={`${here}/blocks/new`}>Add a block</Link>
        </div>
        {blocks.length > 0 ? (
          <CalendarPicture calendar={{ year, blocks, holidays }} />
        ) : (
          <NoBlocks {...{ here, last }} />
        )}
        {blocks.length > 0 && overlaps.length === 0 ? <p className="muted">No two blocks share a day.</p> : null}
        {overlaps.map((overlap) => (
          <p key={overlap.blocks.map(({ id }) => id).join()}>
            {overlapText(overlap)} On these days a service’s most students counts over both.
          </p>
        ))}
        {blocks.length > 0 ? <BlocksTable blocks={blocks} year={year.id} today={today} /> : null}
      </section>
      <section aria-labelledby="holidays" className="stack stack-12">
        <div className="cluster cluster--between cluster--base">
          <h2 id="holidays">Holidays</h2>
          <Link to={`${here}/holidays`}>Change the holidays</Link>
        </div>
        {holidays.length === 0 ? (
          <p>No holiday yet. No work is counted on one, and no evaluation is asked for it.</p>
        ) : null}
        <Rows
          first={10}
          items={holidays.map(({ on, name }) => ({ id: on, key: <Day on={on} year short />, children: name }))}
        />
      </section>
      {blocks.length === 0 ? (
        <Form method="post" action={`${here}/removal`}>
          <LinkButton>Remove this year</LinkButton>
        </Form>
      ) : null}
      <History changes={changes} mayUndo />
    </Page>
  )
}

function NoBlocks({ here, last }: { here: string; last: { id: string } | null }) {
  return (
    <div className="stack stack-12">
      <p>No block yet. {last ? 'Last year’s blocks can be copied to the same weekdays.' : 'Add the first one.'}</p>
      <p className="cluster">
        {last ? <ButtonLink to={`${here}/copy`}>Copy last year’s blocks</ButtonLink> : null}
        <ButtonLink to={`${here}/blocks/new`} kind="secondary">
          Add a block
        </ButtonLink>
      </p>
    </div>
  )
}
