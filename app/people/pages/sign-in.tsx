import { getFormProps, useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Cast } from '#app/people/cast'
import { listCast } from '#app/people/cast.server'
import { askForCode } from '#app/people/codes.server'
import { codePath, nextPath } from '#app/people/sign-in'
import { askForm } from '#app/people/sign-in-form.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextField } from '#app/ui/text-field'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Sign in – IR rotations' }]

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  return { cast: await listCast(), next: nextPath(asked.get('next')), email: asked.get('email') ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const next = nextPath(new URL(request.url).searchParams.get('next'))
  const form = await readForm(request, askForm)
  if (form.reply) return form.reply
  const page = codePath(form.value.email)
  await askForCode({ email: form.value.email, page, next, from: context.address })
  return redirect(page, 303)
}

export default function SignIn() {
  const { cast, next, email } = useLoaderData<typeof loader>()
  return (
    <Page title="Sign in" heading={false}>
      <div className="split split--half">
        <AskForCode email={email} />
        {cast.length > 0 ? <Cast groups={cast} next={next} /> : null}
      </div>
    </Page>
  )
}

function AskForCode({ email }: { email: string }) {
  const [form, fields] = useForm<{ email: string }>({ lastResult: useLastResult(), defaultValue: { email } })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <div className="stack stack-8">
        <h1>Sign in</h1>
        <p className="muted">We send a six-digit code to your e-mail. No password.</p>
      </div>
      <TextField
        field={fields.email}
        label="E-mail address"
        hint="Students: the address your school gave you"
        type="email"
        autoComplete="email"
        enterKeyHint="send"
        spellCheck={false}
      />
      <Button>Send me a code</Button>
      <p className="hint">New here? The same form makes your student account. Staff come by invitation.</p>
    </Form>
  )
}
