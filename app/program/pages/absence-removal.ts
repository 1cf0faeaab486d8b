import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { removeAbsence } from '#app/program/absence-changes.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/absences/${params.absenceId}`)

export async function action({ context, params }: ActionFunctionArgs) {
  const undo = await removeAbsence(await requireEditor(context), params.absenceId!)
  return redirectSaying('/absences', 'The absence is removed.', undo)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
