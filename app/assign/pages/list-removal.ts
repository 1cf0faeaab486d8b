import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { unplaceList } from '#app/assign/list-undo.server'
import { boardPath, listPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const taken = await unplaceList(await requirePerson(context), params.year!)
  const said = `${taken === 1 ? '1 student of the list is' : `${taken} students of the list are`} no longer placed.`
  return redirectSaying(boardPath(params.year!), said)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(listPath(params.year!))
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
