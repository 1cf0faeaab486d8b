import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Day, daysText } from '#app/ui/time'
import type { Column, Row } from './board'
import { BoardCell, type Place } from './board-cell'

type GridProps = { rows: Row[]; columns: Column[]; place: Place | null }

/** Services × blocks as one ordered list: a table in looks where there is room, a list by block on a phone. */
export function BoardGrid({ rows, columns, place }: GridProps) {
  return (
    <Around label="Places by block and service" isForm={hasRoom(columns, place)}>
      <h2 className="vh">Places by block and service</h2>
      <ol className="board" data-blocks={columns.length} data-rows={rows.length}>
        <li className="board__labels" aria-hidden="true">
          <span>–</span>
          {rows.map((row) => (
            <span key={row.key}>
              <b>{row.name}</b>
              {row.sub}
            </span>
          ))}
        </li>
        {columns.map((column) => (
          <BlockColumn key={column.id} column={column} rows={rows} place={place} />
        ))}
      </ol>
    </Around>
  )
}

/** Only a board with a button on it is a form. */
const hasRoom = (columns: Column[], place: Place | null) =>
  place !== null && columns.some(({ cells }) => cells.some((cell) => cell?.hasRoom))

type AroundProps = { label: string; isForm: boolean; children: ReactNode }

const Around = ({ label, isForm, children }: AroundProps) =>
  isForm ? (
    <Form method="post" aria-label={label}>
      {children}
    </Form>
  ) : (
    <section aria-label={label}>{children}</section>
  )

function BlockColumn({ column, rows, place }: { column: Column; rows: Row[]; place: Place | null }) {
  return (
    <li className="board__block">
      <div className="board__head">
        <h3>{column.name}</h3>
        <p className="board__dates">{daysText(column.first, column.last, { short: true })}</p>
        <p className="board__dates">
          {column.state.word} {column.state.on ? <Day on={column.state.on} short /> : null}
        </p>
      </div>
      {column.cells.map((cell, at) => (
        <BoardCell key={rows[at].key} title={titleOf(rows[at])} block={lower(column.name)} cell={cell} place={place} />
      ))}
    </li>
  )
}

const titleOf = ({ name, sub }: Row) => `${name}, ${lower(sub)}`
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
