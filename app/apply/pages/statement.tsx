import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { wordsIn } from '#app/apply/statement'
import { statementForm } from '#app/apply/statement-form.server'
import { readStatement, saveStatement } from '#app/apply/statements.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextArea } from '#app/ui/text-area'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Your statement – Your application – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return readStatement(await requirePerson(context), params.applicationId!)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { id, most } = await readStatement(me, params.applicationId!)
  const form = await readForm(request, statementForm(most))
  if (form.reply) return form.reply
  await saveStatement(me, id, form.value.statement)
  return redirectSaying(`/applications/${id}`, 'Your statement is saved.')
}

export default function StatementPage() {
  const { id, typed, most } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ statement: string }>({ lastResult: useLastResult(), defaultValue: typed })
  const [words, count] = useState(wordsIn(String(fields.statement.initialValue ?? '')))
  const back = { to: `/applications/${id}`, label: 'Your application' }
  return (
    <Page title="Your statement" width="form" heading={false} back={back}>
      <Form method="post" className="stack stack-24" {...getFormProps(form)} noValidate>
        <ErrorSummary form={form} />
        <div className="stack stack-8">
          <h1>Your statement</h1>
          <p className="muted">Why you come, what you have seen of the field, and what you want to learn here.</p>
        </div>
        <TextArea
          field={fields.statement}
          label="Statement of interest"
          hint={`Up to ${most} words. It is read by those who decide, and never published.`}
          rows={14}
          onChange={({ currentTarget }) => count(wordsIn(currentTarget.value))}
        />
        <p className="hint" aria-live="polite">
          {words} of {most} words
        </p>
        <div className="cluster">
          <Button>Save and continue</Button>
          <Button kind="secondary" formAction={`/applications/${id}/statement/draft`} formNoValidate>
            Save and come back later
          </Button>
        </div>
      </Form>
    </Page>
  )
}
