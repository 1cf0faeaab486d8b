import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { mayBeWithdrawn } from '#app/apply/application'
import { withdrawApplication } from '#app/apply/applications.server'
import { readHead } from '#app/apply/records.server'
import { withdrawForm } from '#app/apply/withdrawal-form.server'
import { requirePerson } from '#app/people/who.server'
import { Button, ButtonLink } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextArea } from '#app/ui/text-area'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction<typeof loader> = ({ error }) =>
  error ? [] : [{ title: 'Withdraw – Your application – IR rotations' }]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { application, clerkship } = await readHead(await requirePerson(context), params.applicationId!)
  return { id: application.id, name: clerkship.name, isPossible: mayBeWithdrawn(application.status) }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const form = await readForm(request, withdrawForm)
  if (form.reply) return form.reply
  await withdrawApplication(me, params.applicationId!, form.value.reason)
  return redirectSaying(`/applications/${params.applicationId}`, 'You have withdrawn this application.')
}

export default function WithdrawalPage() {
  const { id, name, isPossible } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ reason: string }>({ lastResult: useLastResult() })
  const back = { to: `/applications/${id}`, label: 'Your application' }
  if (!isPossible) {
    return (
      <Page title="This application has ended" width="form" back={back}>
        <p>There is nothing left to withdraw.</p>
      </Page>
    )
  }
  return (
    <Page title="Withdraw this application" sub={name} width="form" back={back}>
      <ErrorSummary form={form} />
      <Form method="post" className="stack stack-24" {...getFormProps(form)} noValidate>
        <p>We stop work on it at once. This cannot be undone; you can start a new application while dates are open.</p>
        <TextArea
          field={fields.reason}
          label="Why (optional)"
          hint="It helps us to plan. It is not held against you."
        />
        <div className="cluster">
          <Button kind="danger">Withdraw application</Button>
          <ButtonLink kind="secondary" to={back.to}>
            Keep it
          </ButtonLink>
        </div>
      </Form>
    </Page>
  )
}
