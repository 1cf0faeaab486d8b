import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CodeForm } from '#app/people/code-form'
import { authenticator } from '#app/people/code-strategy.server'
import { codeForm } from '#app/people/sign-in-form.server'
import { redirectSignedIn } from '#app/people/signed-in.server'
import { Page } from '#app/ui/page'
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
  const ask = `/sign-in?${new URLSearchParams({ email })}`
  return (
    <Page
      title="Enter your code"
      width="form"
      back={{ to: ask, label: 'Sign in' }}
      sub={`A six-digit code is on its way to ${email}. It counts for 15 minutes.`}
    >
      <CodeForm code={code} button="Sign in" />
      <p>
        No e-mail after two minutes? Look in the spam folder, or <Link to={ask}>ask for a new code</Link>.
      </p>
    </Page>
  )
}
