import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { enterAbsence } from '#app/program/absence-changes.server'
import { AbsenceFields } from '#app/program/absence-fields'
import { newAbsenceForm } from '#app/program/absence-form.server'
import { blankAbsence } from '#app/program/absences.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Enter an absence – Schedule – IR rotations' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
  const me = await requireEditor(context)
  return blankAbsence(me, new URL(request.url).searchParams.get('personId'))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, newAbsenceForm)
  if (form.reply) return form.reply
  const { refused, undo } = await enterAbsence(me, form.value)
  if (refused) return refuseForm({ form: form.form, schema: newAbsenceForm }, refused)
  return redirectSaying('/absences', 'The absence is entered.', undo)
}

export default function AbsenceNew() {
  const { absence, teachers } = useLoaderData<typeof loader>()
  return (
    <Page title="Enter an absence" width="form" back={{ to: '/absences', label: 'Absences' }}>
      <AbsenceFields absence={absence} teachers={teachers} button="Enter absence" />
    </Page>
  )
}
