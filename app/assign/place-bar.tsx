import { Link, useNavigationType } from '@remix-run/react'
import { useEffect } from 'react'
import { ButtonLink } from '#app/ui/button'
import { whereWorkGoesOn } from '#app/ui/focus'
import type { Placing } from './place-bar.server'

/** The opening of the best wish that has room. */
export const bestOf = ({ wishes }: Placing) => wishes.find(({ openingId }) => openingId)?.openingId ?? null

/** A mouse or a thumb stays where it is: only a focus that shows is scrolled to. */
function goOn(): void {
  const to = whereWorkGoesOn()
  to?.focus({ preventScroll: true })
  if (to?.matches(':focus-visible')) to.scrollIntoView({ block: 'center' })
}

/** Who is being placed, how each of their wishes stands, Skip and Stop. */
export function PlaceBar({ placing, board }: { placing: Placing; board: (place?: string) => string }) {
  const hasFollowed = useNavigationType() !== 'POP'
  // Whoever places by keyboard goes on where the next student fits best: one Enter places each.
  useEffect(() => {
    if (placing.id && hasFollowed) goOn()
  }, [placing.id, hasFollowed])
  return (
    <section
      className="placebar"
      aria-label={`Placing ${placing.name}`}
      tabIndex={-1}
      data-goes-on={bestOf(placing) ? undefined : true}
    >
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
