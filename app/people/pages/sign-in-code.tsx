import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { authenticator } from '#app/people/code-strategy.server'
import { codeForm } from '#app/people/sign-in-form.server'
import { redirectSignedIn } from '#app/people/signed-in.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { Page } from '#app/ui/page'
import { TextField } from '#app/ui/text-field'
import { readForm, refuseField } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Enter your code – IR rotations' }]

export function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  return { email: asked.get('email') ?? '', code: asked.get('code') ?? '' }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request.clone(), codeForm)
  if (form.reply) return form.reply
  const taken = await authenticator.authenticate('code', request)
  if ('problem' in taken) return refuseField(form.submission, 'code', taken.problem)
  return redirectSignedIn(taken.token, taken.next)
}

export default function SignInCode() {
  const { email, code } = useLoaderData<typeof loader>()
  const last = useActionData<typeof action>()
  const [form, fields] = useForm<{ code: string }>({ lastResult: last?.result, defaultValue: { code } })
  return (
    <Page
      title="Enter your code"
      width="form"
      back={{ to: `/sign-in?${new URLSearchParams({ email })}`, label: 'Sign in' }}
      sub={`If ${email} can receive mail, a six-digit code is on its way. It counts for 15 minutes.`}
    >
      <Form method="post" className="stack stack-24" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <TextField
          field={fields.code}
          label="Code"
          hint="Six digits, from the newest e-mail"
          autoComplete="one-time-code"
          inputMode="numeric"
          enterKeyHint="go"
          width={4}
        />
        <Button>Sign in</Button>
      </Form>
      <p>
        No e-mail after two minutes? Look in the spam folder, or{' '}
        <Link to={`/sign-in?${new URLSearchParams({ email })}`}>ask for a new code</Link>.
      </p>
    </Page>
  )
}
