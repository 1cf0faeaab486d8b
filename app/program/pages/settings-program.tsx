import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { editableProgram, saveProgram } from '#app/program/program.server'
import { type ProgramFields, ProgramRules, ProgramTexts } from '#app/program/program-fields'
import { programForm } from '#app/program/program-form.server'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey, useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { SendBar } from '#app/ui/send-bar'
import { VersionField } from '#app/ui/version-field'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Names, contact and rules – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return editableProgram(await requireEditor(context))
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, programForm)
  if (form.reply) return form.reply
  const refused = await saveProgram(me, form.value)
  if (refused) return refuseForm({ form: form.form, schema: programForm }, refused)
  return redirectSaying('/settings/program', 'Saved.')
}

export default function SettingsProgram() {
  const { program, changes } = useLoaderData<typeof loader>()
  const key = useFormKey(program.version)
  return (
    <Page
      title="Names, contact and rules"
      width="form"
      back={{ to: '/settings', label: 'Settings' }}
      sub="What changes here counts from the next page on. What was promised to a student stays as it was sent."
    >
      <ProgramForm key={key} />
      <History changes={changes} mayUndo />
    </Page>
  )
}

function ProgramForm() {
  const { program } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<typeof program>({ lastResult: useLastResult(), defaultValue: program })
  return (
    <Form method="post" className="stack stack-48" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <ProgramTexts fields={fields as unknown as ProgramFields} />
      <ProgramRules fields={fields as unknown as ProgramFields} />
      <SendBar>
        <Button>Save settings</Button>
      </SendBar>
    </Form>
  )
}
