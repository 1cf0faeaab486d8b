import { Form } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Instant, instantText } from '#app/ui/time'
import { type Changed, changeText } from './change'

type HistoryProps = {
  /** Newest first, from `changesOf`. */
  changes: Changed[]
  /** The path to POST to for what can be put back. */
  undoPath?: (eventId: string) => string
}

const FIRST = 5

/** What was changed, from what to what, by whom and when: the newest five, the rest on request. */
export function History({ changes, undoPath }: HistoryProps) {
  return (
    <section aria-labelledby="history" className="ruled stack">
      <h2 id="history">History</h2>
      {changes.length === 0 ? (
        <p className="muted">Nothing has been changed yet. Each change will stand here, with who made it and when.</p>
      ) : null}
      <Moments changes={changes.slice(0, FIRST)} undoPath={undoPath} />
      {changes.length > FIRST ? (
        <Details summary={`${changes.length - FIRST} earlier`}>
          <Moments changes={changes.slice(FIRST)} undoPath={undoPath} />
        </Details>
      ) : null}
    </section>
  )
}

function Moments({ changes, undoPath }: HistoryProps) {
  if (changes.length === 0) return null
  return (
    <ol className="timeline">
      {changes.map(({ id, at, by, changes: lines, mayUndo }) => (
        <li key={id}>
          <b>{by}</b>
          <Instant at={at} year />
          {(lines ?? []).map((line) => (
            <p key={`${line.name} ${line.label}`} className="pre">
              {changeText(line)}
            </p>
          ))}
          {mayUndo && undoPath ? (
            <Form method="post" action={undoPath(id)}>
              <LinkButton>
                Undo
                <span className="vh">
                  {' '}
                  what {by} did on {instantText(at)}
                </span>
              </LinkButton>
            </Form>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
