import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { removeClerkship } from '#app/program/clerkship-changes.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/clerkships/${params.slug}/edit`)

export async function action({ context, params }: ActionFunctionArgs) {
  const name = await removeClerkship(await requireEditor(context), params.slug!)
  return redirectSaying('/settings/clerkships', `${name} is removed.`)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
