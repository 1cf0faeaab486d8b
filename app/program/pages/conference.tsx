import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { conferenceRecord, saveConference } from '#app/program/conference-changes.server'
import { ConferenceFields } from '#app/program/conference-fields'
import { conferenceForm } from '#app/program/conference-form.server'
import { requireEditor } from '#app/program/editor.server'
import { LinkButton } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.conference.name ?? 'Conference'} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return conferenceRecord(await requireEditor(context), params.conferenceId!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  await conferenceRecord(me, params.conferenceId!)
  const form = await readForm(request, conferenceForm)
  if (form.reply) return form.reply
  const refused = await saveConference(me, params.conferenceId!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: conferenceForm }, refused)
  return redirectSaying('/settings/conferences', `${form.value.name} is saved.`)
}

export default function ConferencePage() {
  const { conference, changes } = useLoaderData<typeof loader>()
  const key = useFormKey(conference.version)
  return (
    <Page title={conference.name} width="form" back={{ to: '/settings/conferences', label: 'Conferences' }}>
      <ConferenceFields key={key} conference={conference} button="Save conference" />
      <Form method="post" action="removal">
        <LinkButton>Remove this conference</LinkButton>
        <p className="hint">Only if it was entered by mistake: one that took place ends by its last day.</p>
      </Form>
      <History changes={changes} mayUndo />
    </Page>
  )
}
