import { Link } from '@remix-run/react'

type Held = { id: string; name: string; block: string; service: string; state: string; isDraft: boolean }

/** Whom the cancellation of a block touches, and what becomes of each. */
export function BlockStudents({ students }: { students: Held[] }) {
  if (students.length === 0) return <p>Nobody holds a place in it.</p>
  return (
    <>
      <p>
        Each of these students can be placed again, with all wishes. To offer somebody other dates at once, cancel that
        place by itself first.
      </p>
      <ul>
        {students.map((it) => (
          <li key={it.id}>
            {it.isDraft ? it.name : <Link to={`/placements/${it.id}/cancellation`}>{it.name}</Link>}
            {`, block ${it.block}, ${it.service}: ${endText(it)}`}
          </li>
        ))}
      </ul>
    </>
  )
}

const endText = ({ isDraft, state }: Held) => (isDraft ? 'the draft is removed' : `${state}, then cancelled`)
