import { Link } from '@remix-run/react'
import { Details } from '#app/ui/details'
import { Table } from '#app/ui/table'
import { Day, daysText, dayText, instantText } from '#app/ui/time'
import { heldUntil, isOpenOn, type Opening, seatsLeft, seatsText } from './opening'

type SeatsTableProps = { slug: string; name: string; openings: Opening[]; now: Date; today: string }

/** The blocks still to come with the seats left on each service; closed ones behind a summary. */
export function SeatsTable({ slug, name, openings, now, today }: SeatsTableProps) {
  const services = [...new Map(openings.map(({ service }) => [service.id, service])).values()]
  const rows = blocksOf(openings)
  const open = rows.filter(({ block }) => isOpenOn(block, today))
  const closed = rows.filter(({ block }) => !isOpenOn(block, today))
  if (rows.length === 0) return <p>No dates are open yet. They will stand here as soon as they are.</p>
  return (
    <>
      <Table
        list
        hideCaption
        caption={`Blocks of the ${name} that are still to come, with seats left`}
        columns={[
          { key: 'block', label: 'Block' },
          { key: 'dates', label: 'Dates' },
          ...services.map(({ id, name }) => ({ key: id, label: name.replace(/ IR$/, ''), numeric: true })),
          { key: 'by', label: 'Apply by' },
          { key: 'state', label: 'State' },
        ]}
        rows={open.map((row) => rowOf(row, services, slug, { now, today }))}
      />
      {closed.length > 0 ? (
        <Details summary={`Show ${closed.length} closed ${closed.length === 1 ? 'block' : 'blocks'}`}>
          <ClosedTable name={name} closed={closed} />
        </Details>
      ) : null}
    </>
  )
}

type BlockRow = { block: Opening['block']; openings: Opening[] }

function blocksOf(openings: Opening[]): BlockRow[] {
  const blocks = [...new Map(openings.map(({ block }) => [block.id, block])).values()]
  return blocks.map((block) => ({ block, openings: openings.filter((it) => it.block.id === block.id) }))
}

type When = { now: Date; today: string }

function rowOf({ block, openings }: BlockRow, services: Opening['service'][], slug: string, when: When) {
  const cells = services.map(({ id }) => [id, seatsCell(openings.find((it) => it.service.id === id))])
  return {
    id: block.id,
    cells: {
      block: <span className="nowrap">Block {block.name}</span>,
      dates: <span className="nowrap">{daysText(block.firstOn, block.lastOn, { short: true })}</span>,
      ...Object.fromEntries(cells),
      by: (
        <span className="nowrap">
          <Day on={block.applyByOn} weekday short />
        </span>
      ),
      state: stateCell(openings, slug, when),
    },
  }
}

function seatsCell(opening?: Opening) {
  if (!opening) return <span className="muted">Not open</span>
  if (opening.seats === 0) return <span className="muted">No seats</span>
  const left = seatsLeft(opening)
  return left === 0 ? 'Full' : <b>{seatsText(left)}</b>
}

function stateCell(openings: Opening[], slug: string, { now, today }: When) {
  const { opensAt, block } = openings[0]
  if (!opensAt) return 'Not open yet'
  if (opensAt > now) return `Opens ${instantText(opensAt, { weekday: false, short: true, year: true })}`
  if (openings.every(({ seats }) => seats === 0)) return 'Not offered'
  const free = openings.filter((it) => seatsLeft(it) > 0)
  if (free.length === 0)
    return (
      <Link className="nowrap" to={`/applications/new?clerkship=${slug}&year=${block.yearId}`}>
        Join the waitlist
      </Link>
    )
  const held = free.map((it) => heldUntil(it, today))
  return held.every(Boolean) ? `For affiliates until ${dayText(held[0] as string, { short: true })}` : 'Open'
}

function ClosedTable({ name, closed }: { name: string; closed: BlockRow[] }) {
  return (
    <Table
      dense
      hideCaption
      caption={`Closed blocks of the ${name}`}
      columns={[
        { key: 'block', label: 'Block' },
        { key: 'dates', label: 'Dates' },
        { key: 'by', label: 'Closed' },
      ]}
      rows={closed.map(({ block }) => ({
        id: block.id,
        closed: true,
        cells: {
          block: `Block ${block.name}`,
          dates: daysText(block.firstOn, block.lastOn, { short: true }),
          by: dayText(block.applyByOn, { short: true }),
        },
      }))}
    />
  )
}
