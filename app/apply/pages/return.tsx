import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { decided } from '#app/apply/decided.server'
import { proposedDay, returnForm } from '#app/apply/decision-form.server'
import { returnApplication } from '#app/apply/decisions.server'
import { readAnyHead } from '#app/apply/records.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { DateField } from '#app/ui/date-field'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextArea } from '#app/ui/text-area'
import { programNow } from '#app/workflow/clock.server'
import { readForm } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Return with a reason – Review – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'application.decide')
  const { application, student } = await readAnyHead(me, params.applicationId!)
  context.disclose(application.studentId, 'decision')
  return { id: application.id, name: student.name, byOn: partsOf(proposedDay(programNow())) }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'application.decide')
  const form = await readForm(request, returnForm(programNow()))
  if (form.reply) return form.reply
  await returnApplication(me, params.applicationId!, form.value)
  return decided(params.applicationId!, 'is returned')
}

export default function ReturnPage() {
  const it = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult(), defaultValue: { byOn: it.byOn } })
  return (
    <Page title={`Return  ${it.name}’s application`} width="form" back={{ to: `/review/${it.id}`, label: it.name }}>
      <Form method="post" className="stack stack-24" {...getFormProps(form)} noValidate>
        <ErrorSummary form={form} />
        <TextArea
          field={fields.reason}
          label="What is the problem?"
          hint="The student reads this. Say what to do."
          rows={5}
        />
        <DateField field={fields.byOn} legend="Answer by" hint="The end of this day, PT" />
        <Button>Return the application</Button>
      </Form>
    </Page>
  )
}

type Typed = { reason: string; byOn: { month: string; day: string; year: string } }

function partsOf(on: string) {
  const [year, month, day] = on.split('-').map((part) => String(Number(part)))
  return { year, month, day }
}
