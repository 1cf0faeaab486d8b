import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { teachingLabels as labels } from '#app/program/supervisor'
import { personRecord, saveTeaching } from '#app/program/teaching.server'
import { teachingForm } from '#app/program/teaching-form.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey, useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { Radios } from '#app/ui/radios'
import { TextField } from '#app/ui/text-field'
import { VersionField } from '#app/ui/version-field'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.person.name ?? 'Person'} as a teacher – People – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return personRecord(await requireEditor(context), params.personId!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { person } = await personRecord(me, params.personId!)
  const form = await readForm(request, teachingForm)
  if (form.reply) return form.reply
  const refused = await saveTeaching(me, person.id, form.value)
  if (refused) return refuseForm({ form: form.form, schema: teachingForm }, refused)
  return redirectSaying(`/people/${person.id}`, 'Saved.', await undoOf(me, 'teaching', person.id, form.value.version))
}

export default function PersonTeaching() {
  const { person, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  const back = { to: `/people/${person.id}`, label: person.name }
  return (
    <Page title={`${person.name} as a teacher`} width="form" back={back}>
      <TeachingForm key={key} />
    </Page>
  )
}

function TeachingForm() {
  const { person, teacher, version } = useLoaderData<typeof loader>()
  const kind = person.roles.includes('resident') ? 'resident' : 'attending'
  const [form, fields] = useForm<Record<string, string | number | null>>({
    lastResult: useLastResult(),
    defaultValue: { ...(teacher ?? { kind }), version },
  })
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <Radios field={fields.kind} legend={labels.kind} options={kinds} tight />
      <TextField field={fields.pgy} label={labels.pgy} hint="Residents only." inputMode="numeric" width={2} />
      <TextField
        field={fields.homeProgram}
        label={`${labels.homeProgram} (optional)`}
        hint="Residents who come from another program."
      />
      <TextField
        field={fields.mostStudents}
        label={`${labels.mostStudents} (optional)`}
        hint="Residents only. Left empty, the program’s rule counts; in PGY 1 it is none."
        inputMode="numeric"
        width={2}
      />
      <Radios field={fields.division} legend={labels.division} hint="Attendings only." options={divisions} tight />
      <TextField field={fields.title} label={`${labels.title} (optional)`} hint="For example, chief resident." />
      <Button>Save</Button>
    </Form>
  )
}

const kinds = [
  { value: 'resident', label: 'Resident' },
  { value: 'attending', label: 'Attending' },
]
const divisions = [
  { value: 'peripheral', label: 'Peripheral IR' },
  { value: 'neuro', label: 'Neuro IR' },
]
