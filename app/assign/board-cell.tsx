import { Link } from '@remix-run/react'
import { Button } from '#app/ui/button'
import type { Cell, Chip } from './board'

export type Place = {
  familyName: string
  /** The opening of their best wish that has room: its button has the focus. */
  best: string | null
  action: (openingId: string) => string
  overbook?: (openingId: string) => string
}

type CellProps = { title: string; block: string; cell: Cell | null; place: Place | null }

/** An opening in its block: seats held, who holds them, and the button where the student being placed fits. */
export function BoardCell({ title, block, cell, place }: CellProps) {
  const label = (
    <h4>
      {title}
      <span className="vh">, {block}</span>
    </h4>
  )
  if (!cell) {
    return (
      <div className="board__cell board__cell--none">
        {label}
        <span>Not open</span>
      </div>
    )
  }
  return (
    <div className={lookOf(cell)} id={cell.openingId}>
      {label}
      <p className="board__seats">
        <b>{cell.seats}</b>
        {cell.note ? <span>{cell.note}</span> : null}
      </p>
      {cell.why ? <p className="board__why">{cell.why}</p> : null}
      {cell.chips.map((chip) => (
        <PersonChip key={chip.id} chip={chip} />
      ))}
      {cell.broken.map((line) => (
        <p key={line} className="board__broken">
          <b>Breaks a rule.</b> {line}
        </p>
      ))}
      {cell.news.map((line) => (
        <p key={line} className="board__why">
          {line}
        </p>
      ))}
      {place ? <PlaceHere title={`${title}, ${block}`} cell={cell} place={place} /> : null}
    </div>
  )
}

const lookOf = ({ isFull, hasRoom, isUnasked }: Cell) =>
  ['board__cell', isFull && 'hatch', hasRoom && 'board__cell--room', isUnasked && 'board__cell--unasked']
    .filter(Boolean)
    .join(' ')

function PersonChip({ chip }: { chip: Chip }) {
  return (
    <Link className="person" to={`/placements/${chip.id}`} data-tone={chip.tone}>
      <b>{chip.familyName}</b>
      <span>
        {chip.says}
        {chip.isPinned ? ' · pinned' : ''}
        {chip.isOverbooked ? ' · overbooked' : ''}
      </span>
    </Link>
  )
}

function PlaceHere({ title, cell, place }: { title: string; cell: Cell; place: Place }) {
  if (cell.hasRoom) {
    const isBest = cell.openingId === place.best
    return (
      <Button
        size="small"
        autoFocus={isBest}
        data-goes-on={isBest || undefined}
        formAction={place.action(cell.openingId)}
      >
        Place {place.familyName} here<span className="vh">: {title}</span>
      </Button>
    )
  }
  if (!cell.mayOverbook || !place.overbook) return null
  return (
    <Link to={place.overbook(cell.openingId)}>
      Overbook<span className="vh">: {title}</span>
    </Link>
  )
}
