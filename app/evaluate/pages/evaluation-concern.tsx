import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { concernSchema, raiseConcern } from '#app/evaluate/concerns.server'
import { findAuthored } from '#app/evaluate/evaluations.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextArea } from '#app/ui/text-area'
import { programNow } from '#app/workflow/clock.server'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Professionalism concern about ${data?.subject ?? 'a student'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const evaluation = await findAuthored(await requirePerson(context), params.evaluationId!, programNow())
  context.disclose(evaluation.studentId, 'evaluation')
  return evaluation
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { id } = await findAuthored(me, params.evaluationId!, programNow())
  const form = await readForm(request, concernSchema)
  if (form.reply) return form.reply
  await raiseConcern(me, id, form.value.text)
  return redirectSaying(`/evaluations/${id}`, 'Sent to the clerkship director.')
}

export default function ConcernPage() {
  const { id, subject, service } = useLoaderData<typeof loader>()
  const [form, fields] = useForm({ id: 'concern', lastResult: useLastResult(), defaultValue: { text: '' } })
  return (
    <Page
      title="Professionalism concern"
      sub={`About ${subject}, ${service}`}
      back={{ to: `/evaluations/${id}`, label: 'Back to the form' }}
      width="form"
    >
      <Form method="post" id={form.id} className="stack" noValidate>
        <ErrorSummary form={form} />
        <p>Only the clerkship director reads it. It counts in no rating and is never quoted.</p>
        <TextArea field={fields.text} label="What happened" hint="When, where, what was said or done." rows={6} />
        <Button>Send to the clerkship director</Button>
      </Form>
    </Page>
  )
}
