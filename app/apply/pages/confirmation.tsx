import { type FieldMetadata, type FormMetadata, getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { askSchool } from '#app/apply/confirmations.server'
import { askForm } from '#app/apply/school-form.server'
import { insistAskable, readRequest } from '#app/apply/school-requests.server'
import { requirePerson } from '#app/people/who.server'
import { Button, ButtonLink } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { SummaryList } from '#app/ui/summary-list'
import { Tag } from '#app/ui/tag'
import { TextField } from '#app/ui/text-field'
import { Day, Instant } from '#app/ui/time'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Your school’s word – Your application – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return readRequest(await requirePerson(context), params.applicationId!)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await insistAskable(me, params.applicationId!)
  const form = await readForm(request, askForm)
  if (form.reply) return form.reply
  await askSchool(me, params.applicationId!, form.value.email)
  return redirectSaying(`/applications/${params.applicationId}`, `We have asked ${form.value.email}.`)
}

export default function ConfirmationPage() {
  const { id, school, asked, mayAsk, email } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<Typed>({ lastResult: useLastResult(), defaultValue: { email } })
  const back = { to: `/applications/${id}`, label: 'Your application' }
  const tag = asked ? <Tag tone={asked.tag.tone}>{asked.tag.label}</Tag> : null
  return (
    <Page title="Your school’s word" tag={tag} width="form" back={back} sub={school}>
      <ErrorSummary form={form} />
      <p>
        We ask your school’s registrar to confirm your standing, your year of study and your malpractice cover. The
        registrar needs no account: a link opens one page.
      </p>
      {asked ? <Asked /> : null}
      {mayAsk ? <AskForm form={form} email={fields.email} /> : null}
      <p>
        <ButtonLink kind="secondary" to={back.to}>
          Back to your application
        </ButtonLink>
      </p>
    </Page>
  )
}

function Asked() {
  const { asked } = useLoaderData<typeof loader>()
  if (!asked) return null
  const signed = asked.signerName ? `${asked.signerName}, ${asked.signerTitle}` : undefined
  const rows = [
    { term: 'Asked', value: asked.askedOf },
    { term: 'On', value: <Instant at={asked.askedAt} /> },
    asked.answeredAt
      ? { term: 'Answered', value: <Instant at={asked.answeredAt} /> }
      : { term: 'Answer due', value: <Day on={asked.replyByOn} weekday /> },
    ...(signed ? [{ term: 'Signed by', value: signed }] : []),
    ...(asked.reason ? [{ term: 'Reason', value: asked.reason }] : []),
  ]
  return <SummaryList items={rows} />
}

type Typed = { email: string }

function AskForm({ form, email }: { form: FormMetadata<Typed>; email: FieldMetadata<string> }) {
  const { asked, days } = useLoaderData<typeof loader>()
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)} noValidate>
      <TextField
        field={email}
        label="Registrar’s e-mail address"
        hint={`The school then has ${days} days. ${asked ? 'The link that we sent before stops working.' : ''}`}
        type="email"
        autoComplete="off"
      />
      <div className="cluster">
        <Button kind={asked ? 'secondary' : 'primary'}>{asked ? 'Ask again' : 'Ask my school'}</Button>
      </div>
    </Form>
  )
}
