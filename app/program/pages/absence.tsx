import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { saveAbsence } from '#app/program/absence-changes.server'
import { AbsenceFields } from '#app/program/absence-fields'
import { absenceForm } from '#app/program/absence-form.server'
import { absenceRecord } from '#app/program/absences.server'
import { requireEditor } from '#app/program/editor.server'
import { LinkButton } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? 'Absence'} away – Schedule – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return absenceRecord(await requireEditor(context), params.absenceId!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  await absenceRecord(me, params.absenceId!)
  const form = await readForm(request, absenceForm)
  if (form.reply) return form.reply
  const refused = await saveAbsence(me, params.absenceId!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: absenceForm }, refused)
  return redirectSaying('/absences', 'The absence is saved.')
}

export default function AbsencePage() {
  const { name, absence, changes } = useLoaderData<typeof loader>()
  const key = useFormKey(absence.version)
  return (
    <Page title={`${name} away`} width="form" back={{ to: '/absences', label: 'Absences' }}>
      <AbsenceFields key={key} absence={absence} button="Save absence" />
      <Form method="post" action="removal">
        <LinkButton>Remove this absence</LinkButton>
        <p className="hint">They are here on these days then.</p>
      </Form>
      <History changes={changes} mayUndo />
    </Page>
  )
}
