import { Link } from '@remix-run/react'
import { dayText } from '#app/ui/time'
import { type Stage, stages } from './review'

type Item = { id: string; name: string; clerkship: string; replyByOn: string | null }

/** The list that the record was opened from: beside it on a wide screen. */
export function ReviewList({ list, current, stage }: { list: Item[]; current: string; stage: Stage }) {
  return (
    <nav className="wide-only" aria-label={`Applications: ${stages[stage].toLowerCase()}`}>
      <ul className="worklist">
        {list.map((it) => (
          <li key={it.id}>
            <Link to={`/review/${it.id}?stage=${stage}`} aria-current={it.id === current ? 'true' : undefined}>
              <b>{it.name}</b>
              <span>{it.replyByOn ? dayText(it.replyByOn, { short: true }) : ''}</span>
              <span>{it.clerkship}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
