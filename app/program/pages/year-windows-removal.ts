import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireEditor } from '#app/program/editor.server'
import { closeDates, undoOfWindows } from '#app/program/window-changes.server'
import { closingForm } from '#app/program/window-form.server'
import { windowRecord } from '#app/program/window-record.server'
import { redirectSaying } from '#app/ui/flash.server'
import { readForm } from '#app/workflow/form.server'
import { insistDone } from '#app/workflow/overtaken.server'
import { conflict } from '#app/workflow/refusal'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/settings/years/${params.year}/windows`)

export async function action({ request, context, params }: ActionFunctionArgs) {
  const me = await requireEditor(context)
  const { year } = await windowRecord(me, params.year!)
  const form = await readForm(request, closingForm)
  if (form.reply) throw conflict('Select at least one date to take out.')
  insistDone(await closeDates(me, year.id, form.value))
  return redirectSaying(
    `/settings/years/${year.id}/windows`,
    'The dates are taken out: nobody can apply for them.',
    await undoOfWindows(me, year.id, form.value.version),
  )
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
