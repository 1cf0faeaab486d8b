import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { placeList } from '#app/assign/lists.server'
import { boardPath, listPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const placed = await placeList(await requirePerson(context), params.year!)
  const said = `${placed === 1 ? '1 student of the list is' : `${placed} students of the list are`} placed as drafts.`
  return redirectSaying(boardPath(params.year!), said, { action: `${listPath(params.year!)}/removal` })
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(listPath(params.year!))
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
