import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { requireEditor } from '#app/program/editor.server'
import { removeRequirement } from '#app/program/requirement-changes.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(`/clerkships/${params.slug}/requirements/${params.requirement}`)

export async function action({ context, params }: ActionFunctionArgs) {
  const { name, undo } = await removeRequirement(await requireEditor(context), params.slug!, params.requirement!)
  return redirectSaying(`/clerkships/${params.slug}/edit`, `${name} is asked for no more.`, undo)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
