import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { requireEditor } from '#app/program/editor.server'
import { undoChange } from '#app/program/undo.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = () => redirect('/settings')

export async function action({ context, params }: ActionFunctionArgs) {
  const to = await undoChange(await requireEditor(context), params.eventId!)
  return redirectSaying(to, 'It is as it was before.')
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
