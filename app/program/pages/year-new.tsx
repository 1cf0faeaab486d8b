import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { yearName } from '#app/program/calendar'
import { yearForm } from '#app/program/calendar-form.server'
import { requireEditor } from '#app/program/editor.server'
import { addYear, nextYearTyped } from '#app/program/year-changes.server'
import { YearFields } from '#app/program/year-fields'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { readForm } from '#app/workflow/form.server'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction = () => [{ title: 'Add a year – Settings – IR rotations' }]

export async function loader({ context }: LoaderFunctionArgs) {
  return { year: await nextYearTyped(await requireEditor(context)) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const form = await readForm(request, yearForm)
  if (form.reply) return form.reply
  const { id, refused } = await addYear(me, form.value)
  if (refused) return refuseForm({ form: form.form, schema: yearForm }, refused)
  return redirectSaying(`/settings/years/${id}`, `${yearName(id)} is added.`)
}

export default function YearNew() {
  const { year } = useLoaderData<typeof loader>()
  return (
    <Page title="Add a year" width="form" back={{ to: '/settings/years', label: 'Academic years' }}>
      <YearFields year={{ ...year, version: 0 }} button="Add year" />
    </Page>
  )
}
