import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { addAddress } from '#app/people/addresses.server'
import { CodeForm } from '#app/people/code-form'
import { cleanEmail } from '#app/people/code-strategy.server'
import { codeForm } from '#app/people/sign-in-form.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { readForm, refuseField } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Confirm your address – Account – IR rotations' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requirePerson(context)
  const asked = new URL(request.url).searchParams
  return { email: asked.get('email') ?? '', code: asked.get('code') ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const email = cleanEmail(new URL(request.url).searchParams.get('email') ?? '')
  const form = await readForm(request, codeForm)
  if (form.reply) return form.reply
  const added = await addAddress(me, email, form.value.code)
  if ('problem' in added) return refuseField(form.submission, 'code', added.problem)
  return redirectSaying('/account/addresses', `${added.email} is yours now: you can sign in with it.`)
}

export default function AddressCode() {
  const { email, code } = useLoaderData<typeof loader>()
  return (
    <Page
      title="Confirm your address"
      width="form"
      back={{ to: '/account/addresses', label: 'Your e-mail addresses' }}
      sub={`A six-digit code is on its way to ${email}. It counts for 15 minutes.`}
    >
      <CodeForm code={code} button="Add this address" />
    </Page>
  )
}
