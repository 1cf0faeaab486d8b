import { getFormProps, useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { Button } from '#app/ui/button'
import { Checkbox } from '#app/ui/checkboxes'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Notice } from '#app/ui/notice'
import { daysText } from '#app/ui/time'
import type { Preview } from './schedule-entry.server'

/** What stands and what will stand, whom it touches, and the button that stores it. */
export function EntryPreview({ preview }: { preview: Preview }) {
  const { before, after, away } = preview
  if (preview.isUnchanged) return <Notice title="Nothing changes">This stands in the schedule already.</Notice>
  return (
    <section aria-labelledby="preview" className="ruled stack stack-24">
      <h2 id="preview">What changes</h2>
      <div className="columns columns--2">
        <Lines title="Stands now" lines={before} none="Nothing is set." />
        <Lines title="Will stand" lines={after} none="Nothing." />
      </div>
      {away.length > 0 ? (
        <p>
          Away meanwhile:{' '}
          {away.map(({ kind, firstOn, lastOn }) => `${kind.toLowerCase()} ${daysText(firstOn, lastOn)}`).join('; ')}.
        </p>
      ) : null}
      <SaveForm preview={preview} key={preview.seen} />
    </section>
  )
}

function Lines({ title, lines, none }: { title: string; lines: Preview['before']; none: string }) {
  return (
    <div className="stack stack-8">
      <h3>{title}</h3>
      {lines.length === 0 ? <p>{none}</p> : null}
      <ul className="plain">
        {lines.map(({ id, who, what, firstOn, lastOn }) => (
          <li key={`${id} ${firstOn}`}>
            <b>{what}</b>, {daysText(firstOn, lastOn, { year: true })}
            <br />
            <span className="muted">{who}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function SaveForm({ preview: { seen, unsupervised } }: { preview: Preview }) {
  const [form, fields] = useForm<{ seen: string; isConfirmed: boolean }>({ lastResult: useLastResult() })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)} preventScrollReset>
      <ErrorSummary form={form} />
      <input type="hidden" name="seen" value={seen} />
      {unsupervised.length > 0 ? (
        <>
          <Notice tone="warn" title="Students lose their supervisor">
            {unsupervised.map(({ student, blockId, firstOn, lastOn }) => (
              <p key={`${student} ${firstOn}`}>
                {student} has them as supervisor, {daysText(firstOn, lastOn)}; it is published.{' '}
                <Link to={`/pairings/${blockId}`}>
                  Pair anew<span className="vh"> with somebody else: {student}</span>
                </Link>
              </p>
            ))}
          </Notice>
          <Checkbox
            field={fields.isConfirmed}
            label="Save it all the same: the attending of record leads these weeks until they are paired anew"
          />
        </>
      ) : null}
      <Button>Save in the schedule</Button>
    </Form>
  )
}
