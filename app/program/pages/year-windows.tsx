import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { yearName } from '#app/program/calendar'
import { requireEditor } from '#app/program/editor.server'
import { openDates, undoOfWindows } from '#app/program/window-changes.server'
import { windowsForm } from '#app/program/window-form.server'
import { windowRecord } from '#app/program/window-record.server'
import { WindowsForm } from '#app/program/windows-form'
import { redirectSaying } from '#app/ui/flash.server'
import { useFormKey } from '#app/ui/last-result'
import { Page } from '#app/ui/page'
import { typedDate } from '#app/workflow/civil-date.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { readForm } from '#app/workflow/form.server'
import { History } from '#app/workflow/history'
import { refuseForm } from '#app/workflow/overtaken.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `When students can apply – ${data ? yearName(data.year.id) : 'Settings'} – IR rotations` },
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const now = programNow()
  const record = await windowRecord(await requireEditor(context), params.year!)
  return { ...record, now, opensOn: typedDate(record.year.opensAt && dayAt(record.year.opensAt)) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { year } = await windowRecord(me, params.year!)
  const form = await readForm(request, windowsForm)
  if (form.reply) return form.reply
  const refused = await openDates(me, year.id, form.value)
  if (refused) return refuseForm({ form: form.form, schema: windowsForm }, refused)
  return redirectSaying(
    `/settings/years/${year.id}/windows`,
    'The dates are set.',
    await undoOfWindows(me, year.id, form.value.version),
  )
}

export default function YearWindows() {
  const { year, groups, changes, version, opensOn, now } = useLoaderData<typeof loader>()
  const key = useFormKey(version)
  const here = `/settings/years/${year.id}/windows`
  return (
    <Page
      title="When students can apply"
      back={{ to: `/settings/years/${year.id}`, label: `Academic year ${yearName(year.id)}` }}
      sub="Each date of a clerkship opens at an instant of its own, and closes with its apply-by day."
    >
      {groups.some(({ dates }) => dates.length > 0) ? (
        <WindowsForm key={key} {...{ groups, version, opensOn, here, now }} />
      ) : (
        <p>
          There is no date to open yet. <Link to={`/settings/years/${year.id}`}>Enter the blocks</Link> and{' '}
          <Link to={`/openings/${year.id}`}>set the seats</Link> first.
        </p>
      )}
      <History changes={changes} mayUndo />
    </Page>
  )
}
