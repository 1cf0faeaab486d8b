import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Tag, type Tone } from './tag'

export type Task = {
  label: string
  /** Left out, the task cannot start yet. */
  to?: string
  state?: ReactNode
  /** Only a problem is colored. */
  tone?: Tone
  todo?: boolean
  hint?: ReactNode
}

/** What is to be done, each with its state; names start with verbs. */
export function TaskList({ tasks }: { tasks: Task[] }) {
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <li key={task.label}>
          {task.to ? <Link to={task.to}>{task.label}</Link> : <span>{task.label}</span>}
          {task.state ? (
            <span className="tasks__state" data-todo={task.todo || undefined}>
              {task.tone ? <Tag tone={task.tone}>{task.state}</Tag> : task.state}
            </span>
          ) : null}
          {task.hint ? <span className="hint">{task.hint}</span> : null}
        </li>
      ))}
    </ul>
  )
}
