import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { clerkshipRecord, KIND } from '#app/program/clerkship-record.server'
import { requireEditor } from '#app/program/editor.server'
import { RequirementOrder } from '#app/program/requirement-order'
import { orderOf, requirementOrderForm, saveRequirementOrder } from '#app/program/requirement-order.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.clerkship.name ?? 'Clerkship'} – Order – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { clerkship, requirements, version } = await clerkshipRecord(await requireEditor(context), params.slug!)
  const names = Object.fromEntries(requirements.map(({ key, name }) => [key, name]))
  return { clerkship, names, order: { ...orderOf(requirements), version } }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { clerkship } = await clerkshipRecord(me, params.slug!)
  const form = await readForm(request, requirementOrderForm)
  if (form.reply) return form.reply
  const refused = await saveRequirementOrder(me, clerkship.slug, form.value)
  if (refused) return refuseForm({ form: form.form, schema: requirementOrderForm }, refused)
  return redirectSaying(
    `/clerkships/${clerkship.slug}/edit`,
    'The order is saved.',
    await undoOf(me, KIND, clerkship.id, form.value.version),
  )
}

export default function RequirementOrderPage() {
  const { clerkship, names, order } = useLoaderData<typeof loader>()
  const key = useFormKey(order.version)
  return (
    <Page
      title="Order of requirements"
      width="form"
      back={{ to: `/clerkships/${clerkship.slug}/edit`, label: clerkship.name }}
      sub="Students read them in this order, on the public page and in their list of tasks."
    >
      <RequirementOrder key={key} order={order} names={names} />
    </Page>
  )
}
