import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireEditor } from '#app/program/editor.server'
import { removeService } from '#app/program/service-changes.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/settings/services/${params.serviceSlug}`)

export async function action({ context, params }: ActionFunctionArgs) {
  const name = await removeService(await requireEditor(context), params.serviceSlug!)
  return redirectSaying('/settings/services', `${name} is removed.`)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
