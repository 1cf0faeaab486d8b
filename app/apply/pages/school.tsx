import { type FieldMetadata, type FormMetadata, getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { schoolQuestions } from '#app/apply/confirmation'
import { answerForSchool } from '#app/apply/confirmations.server'
import { SchoolAnswered } from '#app/apply/school-answered'
import { confirmForm } from '#app/apply/school-form.server'
import { readForSchool } from '#app/apply/school-requests.server'
import { SchoolSummary } from '#app/apply/school-summary'
import { Button } from '#app/ui/button'
import { Checkbox } from '#app/ui/checkboxes'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextField } from '#app/ui/text-field'
import { Day } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Confirm a student – IR rotations' }]

export async function loader({ params }: LoaderFunctionArgs) {
  const { link: _, ...shown } = await readForSchool(params.token!, programNow())
  return shown
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { link } = await readForSchool(params.token!, programNow())
  const form = await readForm(request, confirmForm)
  if (form.reply) return form.reply
  await answerForSchool(link, { step: 'confirm', ...form.value })
  return redirectSaying(`/s/${params.token}`, 'Thank you. Your word is signed.')
}

export default function SchoolPage() {
  const it = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult() })
  return (
    <Page title={`Confirm ${it.student.name}`} width="form" sub={`A question to ${it.school || 'the home school'}`}>
      <ErrorSummary form={form} />
      <SchoolSummary {...it} />
      {it.mayAnswer ? <ConfirmForm form={form} fields={fields} /> : <SchoolAnswered {...it.confirmation} />}
      <p className="hint">
        Questions: <a href={`mailto:${it.contact.email}`}>{it.contact.email}</a>, {it.contact.phone}
      </p>
    </Page>
  )
}

type Typed = { signerName: string; signerTitle: string; standing: string; year: string; cover: string }
const points = ['standing', 'year', 'cover'] as const

type Props = { form: FormMetadata<Typed>; fields: { [K in keyof Typed]: FieldMetadata<string> } }

function ConfirmForm({ form, fields }: Props) {
  const { confirmation, token, student } = useLoaderData<typeof loader>()
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)} noValidate>
      <h2>Your word</h2>
      <p>
        Answer by <Day on={confirmation.replyByOn} weekday />. You need no account; the link can be answered once.
      </p>
      <div className="stack stack-8">
        <p>{student.name} is</p>
        {points.map((point) => (
          <Checkbox key={point} field={fields[point]} value="yes" label={schoolQuestions[point]} />
        ))}
      </div>
      <TextField field={fields.signerName} label="Your name" autoComplete="name" />
      <TextField field={fields.signerTitle} label="Your title or office" autoComplete="organization-title" />
      <div className="cluster cluster--base">
        <Button>Confirm and sign</Button>
        <Link to={`/s/${token}/refusal`}>Decline instead</Link>
      </div>
    </Form>
  )
}
