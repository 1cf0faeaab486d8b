import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Halves } from '#app/program/blocks-table'
import { yearName } from '#app/program/calendar'
import { copyCalendar, previewCopy } from '#app/program/calendar-copy.server'
import { requireEditor } from '#app/program/editor.server'
import { Button } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { Table } from '#app/ui/table'
import { Day, daysText } from '#app/ui/time'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Copy blocks to ${yearName(data?.year.id ?? 'the year')} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return previewCopy(await requireEditor(context), params.year!)
}

export async function action({ context, params }: ActionFunctionArgs) {
  const undo = await copyCalendar(await requireEditor(context), params.year!)
  return redirectSaying(`/settings/years/${params.year}`, 'The blocks are copied. Change any of them below.', undo)
}

export default function YearCopy() {
  const { year, last, lines, weeks, leftOut, holidays } = useLoaderData<typeof loader>()
  return (
    <Page
      title={`Copy blocks to ${yearName(year.id)}`}
      width="reading"
      back={{ to: `/settings/years/${year.id}`, label: `Academic year ${yearName(year.id)}` }}
      sub={`The blocks of ${yearName(last.id)}, ${weeks} weeks later: the same weekdays, the same halves.`}
    >
      {leftOut.length > 0 ? (
        <Notice tone="warn" title="Left out">
          {`Outside the year: block ${leftOut.map(({ name }) => name).join(', block ')}. Add what is needed by hand.`}
        </Notice>
      ) : null}
      <Table
        list
        hideCaption
        caption="Blocks as they will stand"
        columns={columns}
        rows={lines.map(({ block, halves, holiday }) => ({
          id: block.name,
          cells: {
            block: <span className="nowrap">Block {block.name}</span>,
            dates: <span className="nowrap">{daysText(block.firstOn, block.lastOn, { short: true, year: true })}</span>,
            halves: <Halves halves={halves} />,
            by: (
              <span className="nowrap">
                <Day on={block.applyByOn} short year />
              </span>
            ),
            note: holiday ? `Begins or ends on a holiday: ${holiday}` : null,
          },
        }))}
      />
      <p>Holidays: {holidays.map(({ on, name }) => `${name} (${daysText(on, on, { year: true })})`).join(', ')}.</p>
      <p className="hint">Seats are copied apart. Each block can be changed afterwards, its apply-by day too.</p>
      <Form method="post">
        <Button>Copy {lines.length} blocks</Button>
      </Form>
    </Page>
  )
}

const columns = [
  { key: 'block', label: 'Block' },
  { key: 'dates', label: 'Dates' },
  { key: 'halves', label: 'Halves' },
  { key: 'by', label: 'Apply by' },
  { key: 'note', label: 'Note' },
]
