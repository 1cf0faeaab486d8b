import { getFormProps, useForm } from '@conform-to/react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { AddressList } from '#app/people/address-list'
import { listAddresses } from '#app/people/addresses.server'
import { askForCode } from '#app/people/codes.server'
import { addressCodePath } from '#app/people/sign-in'
import { askForm } from '#app/people/sign-in-form.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { TextField } from '#app/ui/text-field'
import { readForm } from '#app/workflow/form.server'

export const meta: MetaFunction = () => [{ title: 'Your e-mail addresses – Account – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { addresses: await listAddresses(await requirePerson(context)) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  await requirePerson(context)
  const form = await readForm(request, askForm)
  if (form.reply) return form.reply
  const page = addressCodePath(form.value.email)
  await askForCode({ email: form.value.email, page, from: context.address })
  return redirect(page, 303)
}

export default function Addresses() {
  const { addresses } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ email: string }>({ lastResult: useLastResult() })
  return (
    <Page title="Your e-mail addresses" width="form" back={{ to: '/account', label: 'Your account' }}>
      <AddressList addresses={addresses} />
      <Form method="post" className="stack stack-24" {...getFormProps(form)}>
        <ErrorSummary form={form} />
        <h2>Add an address</h2>
        <TextField
          field={fields.email}
          label="E-mail address"
          hint="We send it a code. Then you can sign in with either."
          type="email"
          autoComplete="email"
          spellCheck={false}
        />
        <Button>Send a code to it</Button>
      </Form>
    </Page>
  )
}
