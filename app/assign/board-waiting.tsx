import { Link } from '@remix-run/react'
import { TaskList } from '#app/ui/task-list'
import type { Waiting } from './queue'

/** Everybody without a place, each with the link that starts placing them. */
export function BoardWaiting({ waiting, board }: { waiting: Waiting[]; board: (place?: string) => string }) {
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
        <Link to="/review">Open the review list</Link>
      </p>
    </section>
  )
}
