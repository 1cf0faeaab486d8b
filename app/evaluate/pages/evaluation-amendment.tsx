import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, redirect, useLoaderData } from '@remix-run/react'
import { amendmentSchema } from '#app/evaluate/evaluation-form.server'
import { ItemField } from '#app/evaluate/evaluation-items'
import { findAuthored } from '#app/evaluate/evaluations.server'
import type { Answers } from '#app/evaluate/questionnaire'
import { amendEvaluation } from '#app/evaluate/signatures.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { SendBar } from '#app/ui/send-bar'
import { TextField } from '#app/ui/text-field'
import { programNow } from '#app/workflow/clock.server'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Correct your evaluation of ${data?.subject ?? 'a student'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const evaluation = await findAuthored(await requirePerson(context), params.evaluationId!, programNow())
  if (evaluation.status !== 'signed') throw redirect(`/evaluations/${evaluation.id}`)
  context.disclose(evaluation.studentId, 'evaluation')
  return evaluation
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { id, items } = await findAuthored(me, params.evaluationId!, programNow())
  const form = await readForm(request, amendmentSchema(items))
  if (form.reply) return form.reply
  const { reason, version, ...answers } = form.value
  await amendEvaluation(me, id, { answers: answers as Answers, reason, after: version })
  return redirectSaying(`/evaluations/${id}`, 'Corrected. The earlier version is kept.')
}

export default function AmendmentPage() {
  const { id, items, subject, versions } = useLoaderData<typeof loader>()
  const { answers, days, version } = versions[0]
  const defaultValue: Answers = { ...answers, days: days === null ? '' : String(days), reason: '' }
  const [form, fields] = useForm<Answers>({ id: 'evaluation', lastResult: useLastResult(), defaultValue })
  const asked = items.filter((item) => item.kind !== 'conflict')
  return (
    <Page
      title={`Correct your evaluation of ${subject}`}
      sub={`What you write becomes version ${version + 1}; version ${version} is kept.`}
      back={{ to: `/evaluations/${id}`, label: 'Back to what you sent' }}
      width="form"
    >
      <Form method="post" id={form.id} className="stack stack-20" reloadDocument noValidate>
        <ErrorSummary form={form} />
        <input type="hidden" name="version" value={version} />
        {asked.map((item) => (
          <ItemField key={item.key} item={item} field={fields[item.key]} name={subject} />
        ))}
        <TextField field={fields.reason} label="Why you correct it" />
        <SendBar>
          <Button>Sign version {version + 1}</Button>
        </SendBar>
      </Form>
    </Page>
  )
}
