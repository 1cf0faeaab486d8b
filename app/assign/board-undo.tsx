import { Form } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Flash, useFlash } from '#app/ui/flash'
import type { Done } from './board-people.server'

/**
 * What this person did a short while ago, each with its Undo: the newest at once, the others on request. What the
 * page has just said with the same Undo is left out.
 */
export function BoardUndo({ done }: { done: Done[] }) {
  const said = useFlash()?.undo?.action
  const [last, ...earlier] = done.filter(({ undo }) => undo !== said)
  if (!last) return null
  return (
    <>
      <Flash undo={{ action: last.undo, label: last.label }}>{last.says}.</Flash>
      {earlier.length > 0 ? (
        <Details summary={`${earlier.length} more just before`}>
          <ul className="plain">
            {earlier.map(({ undo, says, label }) => (
              <li key={undo}>
                <Form method="post" action={undo} className="cluster">
                  <span>{says}</span>
                  <LinkButton>
                    {label ?? 'Undo'}
                    <span className="vh">: {says}</span>
                  </LinkButton>
                </Form>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  )
}
