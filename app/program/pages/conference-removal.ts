import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { removeConference } from '#app/program/conference-changes.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/settings/conferences/${params.conferenceId}`)

export async function action({ context, params }: ActionFunctionArgs) {
  const { name, undo } = await removeConference(await requireEditor(context), params.conferenceId!)
  return redirectSaying('/settings/conferences', `${name} is removed.`, undo)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
