import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type QueueItem = { count: number; to: string; label: string; hint?: ReactNode; end?: ReactNode }

/** Counts that are links; the whole row can be pressed. */
export function Queue({ items }: { items: QueueItem[] }) {
  return (
    <ul className="rows queue">
      {items.map((item) => (
        <li key={item.to + item.label}>
          <span className="rows__key" data-zero={item.count === 0 || undefined}>
            {item.count}
          </span>
          <span className="queue__what">
            <Link to={item.to}>
              <b>{item.label}</b>
            </Link>
            {item.hint ? <span className="hint">{item.hint}</span> : null}
          </span>
          <span className="rows__end">{item.end}</span>
        </li>
      ))}
    </ul>
  )
}
