import { getFormProps, useForm } from '@conform-to/react'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { requireEditor } from '#app/program/editor.server'
import { weekForm } from '#app/program/service-form.server'
import { serviceRecord, type Week } from '#app/program/service-record.server'
import { saveWeek } from '#app/program/sessions.server'
import { WeekChoices, type WeekFields } from '#app/program/week-fields'
import { Button } from '#app/ui/button'
import { ErrorSummary } from '#app/ui/error-summary'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey, useLastResult } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { VersionField } from '#app/ui/version-field'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The student’s week – ${data?.service.name ?? 'Service'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  return serviceRecord(await requireEditor(context), params.serviceSlug!)
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, weekForm)
  if (form.reply) return form.reply
  const refused = await saveWeek(me, params.serviceSlug!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: weekForm }, refused)
  return redirectSaying(`/settings/services/${params.serviceSlug}`, 'The week is saved.')
}

export default function ServiceWeekPage() {
  const { service, sessions, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  const back = { to: `/settings/services/${service.slug}`, label: service.name }
  return (
    <Page
      title="The student’s week"
      width="form"
      back={back}
      sub="What a student on this service does when. Their own week follows their resident’s clinic and absences."
    >
      {sessions.length > 0 ? (
        <WeekForm key={key} />
      ) : (
        <p>
          The service has no session yet. <Link to={`${back.to}/sessions`}>Add the sessions</Link> first.
        </p>
      )}
    </Page>
  )
}

function WeekForm() {
  const { service, sessions, week, version } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ version: number; week: Week }>({
    lastResult: useLastResult(),
    defaultValue: { version, week },
  })
  const chosen = fields.week.getFieldset() as unknown as WeekFields
  const options = sessions.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Form method="post" className="stack stack-24" {...getFormProps(form)}>
      <ErrorSummary form={form} />
      <VersionField field={fields.version} />
      <WeekChoices caption={`A week on ${service.name}`} fields={chosen} options={options} />
      <Button>Save the week</Button>
    </Form>
  )
}
