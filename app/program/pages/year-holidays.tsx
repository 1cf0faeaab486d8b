import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { yearName } from '#app/program/calendar'
import { holidaysForm } from '#app/program/calendar-form.server'
import { calendarRecord, KIND } from '#app/program/calendar-record.server'
import { requireEditor } from '#app/program/editor.server'
import { HolidaysFields } from '#app/program/holidays-fields'
import { saveHolidays } from '#app/program/year-changes.server'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { undoOf } from '#app/workflow/changes.server'
import { typedDate } from '#app/workflow/civil-date.server'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Holidays of ${yearName(data?.id ?? 'the year')} – Settings – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { year, holidays, version } = await calendarRecord(await requireEditor(context), params.year!)
  return { id: year.id, items: holidays.map(({ on, name }) => ({ on: typedDate(on), name })), version }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  await calendarRecord(me, params.year!)
  const form = await readForm(request, holidaysForm)
  if (form.reply) return form.reply
  const refused = await saveHolidays(me, params.year!, form.value)
  if (refused) return refuseForm({ form: form.form, schema: holidaysForm }, refused)
  return redirectSaying(
    `/settings/years/${params.year}`,
    'The holidays are saved.',
    await undoOf(me, KIND, params.year!, form.value.version),
  )
}

export default function YearHolidays() {
  const { id, items, version } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  return (
    <Page
      title={`Holidays of ${yearName(id)}`}
      width="form"
      back={{ to: `/settings/years/${id}`, label: `Academic year ${yearName(id)}` }}
    >
      <HolidaysFields key={key} items={items} version={version} />
    </Page>
  )
}
