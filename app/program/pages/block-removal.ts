import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { removeBlock } from '#app/program/block-changes.server'
import { requireEditor } from '#app/program/editor.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = ({ params }: LoaderFunctionArgs) =>
  redirect(`/settings/years/${params.year}/blocks/${params.blockId}`)

export async function action({ context, params }: ActionFunctionArgs) {
  const { name, undo } = await removeBlock(await requireEditor(context), params.year!, params.blockId!)
  return redirectSaying(`/settings/years/${params.year}`, `Block ${name} is removed.`, undo)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
