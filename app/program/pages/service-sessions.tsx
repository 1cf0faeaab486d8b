import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { sessionClinics } from '#app/program/clinic'
import { requireEditor } from '#app/program/editor.server'
import { NamedList } from '#app/program/named-list'
import { sessionsForm } from '#app/program/service-form.server'
import { serviceRecord } from '#app/program/service-record.server'
import { saveSessions } from '#app/program/sessions.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Sessions – ${data?.service.name ?? 'Service'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return serviceRecord(await requireEditor(context), params.serviceSlug!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, sessionsForm)
  if (form.reply) return form.reply
  const refused = await saveSessions(me, params.serviceSlug!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: sessionsForm }, refused)
  return redirectSaying(`/settings/services/${params.serviceSlug}`, 'The sessions are saved.')
}

export default function ServiceSessions() {
  const { service, sessions, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  return (
    <Page
      title="Sessions"
      width="form"
      back={{ to: `/settings/services/${service.slug}`, label: service.name }}
      sub="The half-days of work inside the service, in the order in which students read them."
    >
      <NamedList
        key={key}
        noun="session"
        none="No session yet."
        button="Save sessions"
        items={sessions}
        version={version}
        clinics={sessionClinics}
      />
    </Page>
  )
}
