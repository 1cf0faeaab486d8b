import { Link } from '@remix-run/react'
import { TaskList } from '#app/ui/task-list'
import type { Waiting } from './queue'

type WaitingProps = { waiting: Waiting[]; board: (place?: string) => string; year: string }

/** Everybody without a place, each with the link that starts placing them. */
export function BoardWaiting({ waiting, board, year }: WaitingProps) {
  if (waiting.length === 0) return null
  return (
    <section className="ruled stack" aria-labelledby="waiting">
      <h2 id="waiting">Without a place: {waiting.length}</h2>
      <TaskList
        tasks={waiting.map(({ id, name, status }) => ({
          label: `Place ${name}`,
          to: board(id),
          state: status === 'eligible' ? 'Eligible' : 'Waitlisted',
        }))}
      />
      <p>
        <Link to={`/waitlist/${year}`}>Open the waitlist</Link> · <Link to="/review">Open the review list</Link>
      </p>
    </section>
  )
}
