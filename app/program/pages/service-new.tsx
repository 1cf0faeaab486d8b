import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { requireEditor } from '#app/program/editor.server'
import { addService } from '#app/program/service-changes.server'
import { blankService, ServiceFields } from '#app/program/service-fields'
import { serviceForm } from '#app/program/service-form.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Add a service – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  await requireEditor(context)
  return null
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, serviceForm)
  if (form.reply) return form.reply
  const { slug, refused } = await addService(me, form.value)
  if (refused) return refuseForm({ form: form.form, schema: serviceForm }, refused)
  return redirectSaying(`/settings/services/${slug}`, `${form.value.name} is added. Now say what happens there.`)
}

export default function ServiceNew() {
  return (
    <Page title="Add a service" width="form" back={{ to: '/settings/services', label: 'Services' }}>
      <ServiceFields service={blankService} button="Add service" />
    </Page>
  )
}
