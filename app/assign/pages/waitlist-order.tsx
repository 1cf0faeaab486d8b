import { useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { ordinal } from '#app/assign/waitlist'
import { reorderWaitlist } from '#app/assign/waitlist-changes.server'
import { orderForm } from '#app/assign/waitlist-form.server'
import { findPlace } from '#app/assign/waitlist-line.server'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { Select } from '#app/ui/select'
import { TextArea } from '#app/ui/text-area'
import { readForm } from '#app/workflow/form.server'
import { insist } from '#app/workflow/permissions'

export const meta = () => [{ title: 'Change the order – Waitlist – IR rotations' }]

const movedIn = (request: Request) => new URL(request.url).searchParams.get('place') ?? ''

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const found = await findPlace(me, { yearId: params.year!, openingId: params.openingId! }, movedIn(request))
  context.disclose(found.studentId, 'waitlist')
  return { ...found, path: `/waitlist/${params.year}/${params.openingId}` }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'placement.arrange')
  const at = { yearId: params.year!, openingId: params.openingId! }
  await findPlace(me, at, movedIn(request))
  const form = await readForm(request, orderForm)
  if (form.reply) return form.reply
  const { name, place, isNew } = await reorderWaitlist(me, at, { applicationId: movedIn(request), ...form.value })
  const path = `/waitlist/${params.year}/${params.openingId}`
  if (!isNew) return redirectSaying(path, `${name} was ${ordinal(place)} in line already: nothing was changed.`)
  return redirectSaying(path, `${name} is ${ordinal(place)} in line.`, { action: `${path}/undo` })
}

export default function OrderPage() {
  const { name, label, place, of, path } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ place: string; reason: string }>({ lastResult: useLastResult() })
  const options = Array.from({ length: of }, (_, at) => at + 1)
    .filter((n) => n !== place)
    .map((n) => ({ value: String(n), label: ordinal(n) }))
  return (
    <Page title={`Put ${name} elsewhere in line`} width="form" back={{ to: path, label }}>
      <ErrorSummary form={form} />
      <p>
        {name} is {ordinal(place)} of {of}. Everybody else keeps their order; whoever joins later stands behind.
      </p>
      <Form method="post" className="stack stack-24" id={form.id} noValidate>
        <Select field={fields.place} label="New place" options={[{ value: '', label: 'Choose a place' }, ...options]} />
        <TextArea field={fields.reason} label="Reason" hint="It stays in the history of this waitlist." rows={4} />
        <Button>Change the order</Button>
      </Form>
    </Page>
  )
}
