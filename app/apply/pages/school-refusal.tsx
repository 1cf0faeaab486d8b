import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { answerForSchool } from '#app/apply/confirmations.server'
import { SchoolAnswered } from '#app/apply/school-answered'
import { declineForm } from '#app/apply/school-form.server'
import { readForSchool } from '#app/apply/school-requests.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextArea } from '#app/ui/text-area'
import { TextField } from '#app/ui/text-field'
import { programNow } from '#app/workflow/clock.server'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Decline to confirm a student – IR rotations' }]

export async function loader({ params }: LoaderFunctionArgs) {
  const { token, student, mayAnswer, confirmation } = await readForSchool(params.token!, programNow())
  return { token, student, mayAnswer, confirmation }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { link } = await readForSchool(params.token!, programNow())
  const form = await readForm(request, declineForm)
  if (form.reply) return form.reply
  await answerForSchool(link, { step: 'decline', ...form.value })
  return redirectSaying(`/s/${params.token}`, 'Thank you. We have told the student that you decline.')
}

export default function SchoolRefusalPage() {
  const { token, student, mayAnswer, confirmation } = useLoaderData<typeof loader>()
  const back = { to: `/s/${token}`, label: `Confirm ${student.name}` }
  return (
    <Page title={`Decline to confirm ${student.name}`} width="form" back={back}>
      {mayAnswer ? <DeclineForm /> : <SchoolAnswered {...confirmation} />}
    </Page>
  )
}

function DeclineForm() {
  type Typed = { signerName: string; signerTitle: string; reason: string }
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult() })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)} noValidate>
      <ErrorSummary form={form} />
      <TextArea field={fields.reason} label="Why you decline" hint="The student and the coordinator read it." />
      <TextField field={fields.signerName} label="Your name" autoComplete="name" />
      <TextField field={fields.signerTitle} label="Your title or office" autoComplete="organization-title" />
      <div className="cluster">
        <Button kind="danger">Decline to confirm</Button>
      </div>
    </Form>
  )
}
