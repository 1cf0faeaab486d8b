import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { yearName } from '#app/program/calendar'
import { yearForm } from '#app/program/calendar-form.server'
import { calendarRecord, KIND } from '#app/program/calendar-record.server'
import { requireEditor } from '#app/program/editor.server'
import { saveYear, typedYear } from '#app/program/year-changes.server'
import { YearFields } from '#app/program/year-fields'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { undoOf } from '#app/workflow/changes.server'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Days of ${yearName(data?.id ?? 'the year')} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { year, version } = await calendarRecord(await requireEditor(context), params.year!)
  return { id: year.id, year: { ...typedYear(year), version } }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  await calendarRecord(me, params.year!)
  const form = await readForm(request, yearForm)
  if (form.reply) return form.reply
  const refused = await saveYear(me, params.year!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: yearForm }, refused)
  return redirectSaying(
    `/settings/years/${params.year}`,
    'The days are saved.',
    await undoOf(me, KIND, params.year!, form.value.version),
  )
}

export default function YearDates() {
  const { id, year } = useLoaderData<typeof loader>()
  const key = useFormKey(year.version)
  return (
    <Page
      title={`Days of ${yearName(id)}`}
      width="form"
      back={{ to: `/settings/years/${id}`, label: `Academic year ${yearName(id)}` }}
    >
      <YearFields key={key} year={year} button="Save days" />
    </Page>
  )
}
