import { type SubmissionResult, useForm } from '@conform-to/react'
import { Form, Link } from '@remix-run/react'
import { type FormEvent, useRef, useState } from 'react'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { SendBar } from '#app/ui/send-bar'
import { clockText, daysText, dayText } from '#app/ui/time'
import { type Saving, useDraftSaving } from './draft-saving'
import { ratingsLeft, titleOf } from './evaluation'
import { ItemField } from './evaluation-items'
import { type Answers, firstName, type Questionnaire } from './questionnaire'

export type Asked = {
  id: string
  slug: Questionnaire['slug']
  items: Questionnaire['items']
  subject: string
  service: string
  firstOn: string
  lastOn: string
  dueOn: string
  days: number
  draft: Answers | null
  draftedAt: Date | null
}

/** The form on a phone: everything is kept as it is typed; Send stays in reach. */
export function EvaluationForm({ asked, last }: { asked: Asked; last?: SubmissionResult<string[]> }) {
  const here = `/evaluations/${asked.id}`
  const element = useRef<HTMLFormElement>(null)
  const saving = useDraftSaving(element, `${here}/draft`, asked.draftedAt)
  const defaultValue: Answers = { days: asked.days ? String(asked.days) : '', ...asked.draft }
  const [form, fields] = useForm<Answers>({ id: 'evaluation', lastResult: last, defaultValue })
  const [left, setLeft] = useState(() => ratingsLeft(asked.items, { ...asked.draft, ...typedIn(last) }))
  const count = (event: FormEvent<HTMLFormElement>) => {
    const typed = new FormData(event.currentTarget)
    setLeft(ratingsLeft(asked.items, Object.fromEntries(typed) as Answers))
  }
  return (
    <Form
      method="post"
      action={here}
      id={form.id}
      ref={element}
      onChange={count}
      className="evaluate stack stack-20"
      reloadDocument
      noValidate
    >
      <button type="submit" hidden>
        Save
      </button>
      <ErrorSummary form={form} />
      <Heading asked={asked} />
      {asked.items.map((item) => (
        <ItemField key={item.key} item={item} field={fields[item.key]} name={asked.subject} starts={here} />
      ))}
      <OtherWays id={asked.id} name={asked.subject} />
      <SendBar said={<Said saving={saving} left={left} />}>
        <noscript>
          <Button kind="secondary">Save</Button>
        </noscript>
        <Button formAction={`${here}/signature`}>
          <span className="evaluate__send">
            {asked.slug.startsWith('midpoint') ? 'Send feedback' : 'Send evaluation'}
          </span>
          <span className="evaluate__close">Close the form</span>
        </Button>
      </SendBar>
    </Form>
  )
}

const typedIn = (last?: SubmissionResult<string[]>) => (last?.initialValue ?? {}) as Answers

function Heading({ asked }: { asked: Asked }) {
  return (
    <div>
      <h1>{titleOf(asked.slug, asked.subject)}</h1>
      <p className="muted">
        {asked.service}, {daysText(asked.firstOn, asked.lastOn)}.{' '}
        <span className="nowrap">Due {dayText(asked.dueOn, { weekday: true })}.</span>
      </p>
    </div>
  )
}

function OtherWays({ id, name }: { id: string; name: string }) {
  return (
    <p className="cluster small">
      <Link to={`/evaluations/${id}/concern`}>Professionalism concern</Link>
      <Link to={`/evaluations/${id}/refusal`}>I did not work with {firstName(name)}</Link>
    </p>
  )
}

function Said({ saving: { hasFailed, savedAt }, left }: { saving: Saving; left: number }) {
  const saved = savedAt ? `Saved ${clockText(savedAt)}` : ''
  return (
    <>
      <span role="status">{hasFailed ? 'Not saved. Your text is on this phone; we try again.' : saved}</span>
      {left && (hasFailed || saved) ? <br /> : null}
      {left ? `${left} ${left === 1 ? 'rating' : 'ratings'} left` : null}
    </>
  )
}
