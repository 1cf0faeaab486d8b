import { useForm } from '@conform-to/react'
import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { type Option, Radios } from '#app/ui/radios'
import { TextArea } from '#app/ui/text-area'

type ReasonProps = {
  title: string
  label: string
  hint?: string
  button: string
  danger?: boolean
  back: { to: string; label: string }
  /** What is chosen before the reason, as `choice`. */
  choice?: { legend: string; hint?: string; options: Option[] }
  children?: ReactNode
}

/** A step with one field, its reason: what it does, the words, the act. */
export function ReasonPage({ title, label, hint, button, danger, back, choice, children }: ReasonProps) {
  const [form, fields] = useForm<{ choice: string; reason: string }>({ lastResult: useLastResult() })
  return (
    <Page title={title} width="form" back={back}>
      <ErrorSummary form={form} />
      {children}
      <Form method="post" className="stack" id={form.id} noValidate>
        {choice ? <Radios field={fields.choice} {...choice} /> : null}
        <TextArea field={fields.reason} label={label} hint={hint} maxLength={2000} />
        <div className="cluster">
          <Button kind={danger ? 'danger' : undefined}>{button}</Button>
          <ButtonLink kind="secondary" to={back.to}>
            Go back
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
