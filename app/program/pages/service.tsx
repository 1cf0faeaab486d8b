import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { saveService } from '#app/program/service-changes.server'
import { ServiceFields } from '#app/program/service-fields'
import { serviceForm } from '#app/program/service-form.server'
import { ServiceParts } from '#app/program/service-parts'
import { serviceRecord } from '#app/program/service-record.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { Tag } from '#app/ui/tag'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.service.name ?? 'Service'} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return serviceRecord(await requireEditor(context), params.serviceSlug!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, serviceForm)
  if (form.reply) return form.reply
  const refused = await saveService(me, params.serviceSlug!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: serviceForm }, refused)
  return redirectSaying(`/settings/services/${params.serviceSlug}`, 'Saved.')
}

export default function ServicePage() {
  const it = useLoaderData<typeof loader>()
  const { service, changes, version } = it
  const key = useFormKey(version)
  return (
    <Page
      title={service.name}
      tag={<Tag tone={service.tone}>{service.letter}</Tag>}
      back={{ to: '/settings/services', label: 'Services' }}
    >
      <div className="split split--half">
        <section aria-labelledby="itself" className="stack stack-24">
          <h2 id="itself">The service</h2>
          <ServiceFields
            key={key}
            service={{ ...service, focus: service.focus.join('\n'), version }}
            button="Save service"
          />
        </section>
        <ServiceParts {...it} />
      </div>
      <History changes={changes} mayUndo />
    </Page>
  )
}
