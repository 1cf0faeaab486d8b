import { Link } from '@remix-run/react'
import { listText } from '#app/ui/list-text'
import { Notice } from '#app/ui/notice'

type BlockUseProps = { placed: string[]; wished: string[]; cancelPath: string }

/** Who stands in the way of other dates. */
export function BlockUse({ placed, wished, cancelPath }: BlockUseProps) {
  if (placed.length + wished.length === 0) return null
  return (
    <Notice tone="warn" title="Students count on these dates">
      {placed.length > 0 ? <p>Placed here: {listText(placed)}.</p> : null}
      {wished.length > 0 ? <p>Ranked by, in applications they sent: {listText(wished)}.</p> : null}
      {placed.length > 0 ? (
        <p>
          If nobody can come in this block, <Link to={cancelPath}>cancel it and tell the students</Link>.
        </p>
      ) : null}
    </Notice>
  )
}
