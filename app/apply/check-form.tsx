import { Form } from '@remix-run/react'
import { Button, LinkButton } from '#app/ui/button'
import { commonProblems } from './review'
import type { Shown } from './review-offers.server'
import { KeysSwitch, useCheckKeys } from './use-check-keys'

type Props = { it: Shown; paper: Shown['papers'][number] }

/** Three looks, then accept or say what is wrong, in the words that the student reads. */
export function CheckForm({ it, paper }: Props) {
  const at = `/review/${it.application.id}/documents/${paper.document?.id}`
  const name = paper.name.toLowerCase()
  useCheckKeys()
  return (
    <div className="evidence__decide stack">
      <Form className="stack" aria-labelledby="check" method="post" action={`${at}/acceptance`}>
        <input type="hidden" name="stage" value={it.stage} />
        <h2 id="check">Check the {name}</h2>
        {paper.says ? <p className="small">{paper.says}</p> : null}
        <fieldset className="fieldset">
          <legend className="vh">Three checks</legend>
          {['Name matches', 'Date in range', 'Readable'].map((look) => (
            <label key={look} className="choice choice--tight">
              <input type="checkbox" /> {look}
            </label>
          ))}
        </fieldset>
        {paper.document?.status === 'accepted' ? (
          <LinkButton formAction={`${at}/undo`}>Take the check back</LinkButton>
        ) : (
          <Button full data-check="accept">
            Accept {name} <kbd>A</kbd>
          </Button>
        )}
      </Form>
      <ProblemForm at={`${at}/problem`} stage={it.stage} name={name} problem={paper.document?.problem ?? ''} />
      <KeysSwitch />
    </div>
  )
}

function ProblemForm({ at, stage, name, problem }: { at: string; stage: string; name: string; problem: string }) {
  return (
    <Form className="stack stack-8" method="post" action={at} aria-label={`Report a problem with the ${name}`}>
      <input type="hidden" name="stage" value={stage} />
      <div className="field">
        <label className="label" htmlFor="reason">
          Reason, as the student reads it
        </label>
        <span className="hint" id="reason-hint">
          Say what to do and by when.
        </span>
        <textarea
          className="textarea"
          id="reason"
          name="reason"
          rows={3}
          required
          aria-describedby="reason-hint"
          defaultValue={problem}
        />
      </div>
      <details className="details">
        <summary>Reasons often given</summary>
        <ul className="bullets small">
          {commonProblems.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </details>
      <Button kind="danger" full>
        Report a problem <kbd>P</kbd>
      </Button>
    </Form>
  )
}
