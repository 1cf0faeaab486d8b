import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { decided } from '#app/apply/decided.server'
import { noOfferForm } from '#app/apply/decision-form.server'
import { declineToOffer } from '#app/apply/decisions.server'
import { readAnyHead } from '#app/apply/records.server'
import { requirePerson } from '#app/people/who.server'
import { undoTime } from '#app/program/undo-time.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextArea } from '#app/ui/text-area'
import { readForm } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Do not offer – Review – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'application.decide')
  const { application, student } = await readAnyHead(me, params.applicationId!)
  context.disclose(application.studentId, 'decision')
  return { id: application.id, name: student.name, undo: await undoTime() }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'application.decide')
  const form = await readForm(request, noOfferForm)
  if (form.reply) return form.reply
  await declineToOffer(me, params.applicationId!, form.value.reason ?? '')
  return decided(params.applicationId!, 'is not offered a rotation')
}

export default function NoOfferPage() {
  const it = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({ lastResult: useLastResult() })
  return (
    <Page title={`Do not offer  ${it.name} a rotation`} width="form" back={{ to: `/review/${it.id}`, label: it.name }}>
      <Form method="post" className="stack stack-24" {...getFormProps(form)} noValidate>
        <ErrorSummary form={form} />
        <p>The student reads: “We cannot offer you a rotation this year.” You can undo this for {it.undo}.</p>
        <TextArea field={fields.reason} label="What else (optional)" hint="The student reads this." rows={4} />
        <Button>Do not offer</Button>
      </Form>
    </Page>
  )
}
