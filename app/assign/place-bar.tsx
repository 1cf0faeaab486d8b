import { Link, useNavigationType } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '#app/ui/button'
import type { Placing } from './place-bar.server'

/** Who is being placed, how each of their wishes stands, Skip and Stop. */
export function PlaceBar({ placing, board }: { placing: Placing; board: (place?: string) => string }) {
  const bar = useRef<HTMLElement>(null)
  const hasFollowed = useNavigationType() !== 'POP'
  // Whoever placed by keyboard pressed a button that is gone: the next student is where they go on.
  useEffect(() => {
    if (placing.id && hasFollowed && document.activeElement === document.body) bar.current?.focus()
  }, [placing.id, hasFollowed])
  return (
    <section className="placebar" aria-label={`Placing ${placing.name}`} tabIndex={-1} ref={bar}>
      <div className="stack stack-4">
        <p>
          <b>Placing {placing.name}</b>
          {placing.sub ? `, ${placing.sub}` : ''}
          {placing.turn ? ` · ${placing.turn}` : ''}. Only cells with room that the student asked for can be chosen.
        </p>
        <ol>
          {placing.wishes.map((wish) => (
            <li key={wish.rank}>
              <b>{wish.rank}</b>{' '}
              {wish.openingId ? (
                <a href={`#${wish.openingId}`}>
                  {wish.name}: {wish.says}
                </a>
              ) : (
                `${wish.name}: ${wish.says}`
              )}
            </li>
          ))}
        </ol>
      </div>
      <div className="cluster">
        {placing.nextId ? (
          <ButtonLink kind="secondary" to={board(placing.nextId)}>
            Skip {placing.familyName}
          </ButtonLink>
        ) : null}
        <Link to={board()}>Stop placing</Link>
      </div>
    </section>
  )
}
