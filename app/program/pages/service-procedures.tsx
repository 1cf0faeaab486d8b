import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { NamedList } from '#app/program/named-list'
import { saveProcedures } from '#app/program/procedures.server'
import { proceduresForm } from '#app/program/service-form.server'
import { serviceRecord } from '#app/program/service-record.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Procedures – ${data?.service.name ?? 'Service'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return serviceRecord(await requireEditor(context), params.serviceSlug!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, proceduresForm)
  if (form.reply) return form.reply
  const refused = await saveProcedures(me, params.serviceSlug!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: proceduresForm }, refused)
  return redirectSaying(`/settings/services/${params.serviceSlug}`, 'The procedures are saved.')
}

export default function ServiceProcedures() {
  const { service, families, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  return (
    <Page
      title="Procedures"
      width="form"
      back={{ to: `/settings/services/${service.slug}`, label: service.name }}
      sub="The families of procedures: headings of the public page, and of what students log."
    >
      <NamedList
        key={key}
        noun="family"
        none="No family of procedures yet."
        button="Save procedures"
        items={families}
        version={version}
      />
    </Page>
  )
}
