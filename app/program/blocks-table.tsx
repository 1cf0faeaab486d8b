import { Link } from '@remix-run/react'
import { Fragment } from 'react'
import { Table } from '#app/ui/table'
import { Day, daysText } from '#app/ui/time'
import { halvesOf, weeksOf, wholeBlocks } from './calendar'
import type { Block } from './opening'

type BlocksTableProps = { blocks: Block[]; year: string; today: string }

/** The blocks of a year with their halves, each leading to the page that changes it. */
export function BlocksTable({ blocks, year, today }: BlocksTableProps) {
  const whole = wholeBlocks(blocks)
  const hasMost = whole.some(({ mostStudents }) => mostStudents !== null)
  return (
    <Table
      list
      hideCaption
      caption="Blocks, in time’s order"
      columns={[
        { key: 'block', label: 'Block' },
        { key: 'dates', label: 'Dates' },
        { key: 'weeks', label: 'Weeks', numeric: true },
        { key: 'halves', label: 'Halves' },
        { key: 'by', label: 'Apply by' },
        ...(hasMost ? [{ key: 'most', label: 'Most students', numeric: true }] : []),
      ]}
      rows={whole.map((block) => ({
        id: block.id,
        closed: block.lastOn < today,
        cells: {
          block: (
            <Link to={`/settings/years/${year}/blocks/${block.id}`} className="nowrap">
              Block {block.name}
            </Link>
          ),
          dates: <span className="nowrap">{daysText(block.firstOn, block.lastOn, { short: true, year: true })}</span>,
          weeks: weeksOf(block),
          halves: <Halves halves={halvesOf(blocks, block.id)} />,
          by: (
            <span className="nowrap">
              <Day on={block.applyByOn} short year />
            </span>
          ),
          most: block.mostStudents,
        },
      }))}
    />
  )
}

/** The halves of a block in one line. */
export function Halves({ halves }: { halves: Block[] }) {
  if (halves.length === 0) return <span className="muted">None</span>
  return (
    <span>
      {halves.map(({ id, name, firstOn, lastOn }, at) => (
        <Fragment key={id}>
          {at > 0 ? ' ' : null}
          <span className="nowrap">
            {name} {daysText(firstOn, lastOn, { short: true })}
            {at < halves.length - 1 ? ',' : ''}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
