import { Form } from '@remix-run/react'
import { LinkButton } from '#app/ui/button'
import { Details } from '#app/ui/details'
import { Instant, instantText } from '#app/ui/time'
import { type Changed, changeText } from './change'

type HistoryProps = {
  /** Newest first, from `changesOf`. */
  changes: Changed[]
  /** Whether the newest change of each thing can be taken back here. */
  mayUndo?: boolean
}

const FIRST = 5

/** What was changed, from what to what, by whom and when: the newest five, the rest on request. */
export function History({ changes: all, mayUndo = false }: HistoryProps) {
  const changes = all.map((it, at) => ({ ...it, mayUndo: mayUndo && it.mayUndo && isNewest(it, all, at) }))
  return (
    <section aria-labelledby="history" className="ruled stack">
      <h2 id="history">History</h2>
      {changes.length === 0 ? (
        <p className="muted">Nothing has been changed yet. Each change will stand here, with who made it and when.</p>
      ) : null}
      <Moments changes={changes.slice(0, FIRST)} />
      {changes.length > FIRST ? (
        <Details summary={`${changes.length - FIRST} earlier`}>
          <Moments changes={changes.slice(FIRST)} />
        </Details>
      ) : null}
    </section>
  )
}

const isNewest = ({ subjectId }: Changed, all: Changed[], at: number) =>
  all.findIndex((it) => it.subjectId === subjectId) === at

function Moments({ changes }: { changes: Changed[] }) {
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
          {mayUndo ? (
            <Form method="post" action={`/settings/changes/${id}/undo`}>
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
