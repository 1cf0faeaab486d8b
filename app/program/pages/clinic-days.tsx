import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { clinicKinds, kindsFor } from '#app/program/clinic'
import { clinicDays, clinicDaysForm, saveClinicDays } from '#app/program/clinic-days.server'
import { requireEditor } from '#app/program/editor.server'
import { WeekChoices, type WeekFields } from '#app/program/week-fields'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey, useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { VersionField } from '#app/ui/version-field'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Clinic of ${data?.teacher.name ?? ''} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return clinicDays(await requireEditor(context), params.personId!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { teacher } = await clinicDays(me, params.personId!)
  const form = await readForm(request, clinicDaysForm)
  if (form.reply) return form.reply
  const refused = await saveClinicDays(me, teacher.id, form.value)
  if (refused) return refuseForm({ form: form.form, schema: clinicDaysForm }, refused)
  return redirectSaying('/settings/clinic-days', `The clinic of ${teacher.name} is saved.`)
}

export default function ClinicDaysPage() {
  const { teacher, changes, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  const back = { to: '/settings/clinic-days', label: 'Clinic days' }
  return (
    <Page title={`Clinic of ${teacher.name}`} width="form" back={back}>
      <WeekForm key={key} />
      <History changes={changes} mayUndo />
    </Page>
  )
}

function WeekForm() {
  const { teacher, week, version } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ version: number; week: typeof week }>({
    lastResult: useLastResult(),
    defaultValue: { version, week },
  })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <WeekChoices
        caption={`The clinic week of ${teacher.name}`}
        fields={fields.week.getFieldset() as unknown as WeekFields}
        options={kindsFor(teacher).map((value) => ({ value, label: clinicKinds[value] }))}
      />
      <Button>Save clinic days</Button>
    </Form>
  )
}
