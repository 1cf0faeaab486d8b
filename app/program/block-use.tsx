import { Link } from '@remix-run/react'
import { listText } from '#app/ui/list-text'
import { Notice } from '#app/ui/notice'

type BlockUseProps = { placed: string[]; wished: string[]; ways: { move: string; cancel: string } | null }

/** Who stands in the way of other dates. */
export function BlockUse({ placed, wished, ways }: BlockUseProps) {
  if (placed.length + wished.length === 0) return null
  return (
    <Notice tone="warn" title="Students count on these dates">
      {placed.length > 0 ? <p>Placed here: {listText(placed)}.</p> : null}
      {wished.length > 0 ? <p>Ranked by, in applications they sent: {listText(wished)}.</p> : null}
      {ways ? (
        <p>
          <Link to={ways.move}>Move the block and ask the students again</Link>, or{' '}
          <Link to={ways.cancel}>cancel it and tell them</Link>.
        </p>
      ) : null}
    </Notice>
  )
}
