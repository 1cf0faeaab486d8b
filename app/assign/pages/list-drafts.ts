import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { placeList } from '#app/assign/lists.server'
import { boardPath, draftsRemovalPath, listPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { programNow } from '#app/workflow/clock.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const [me, now] = [await requirePerson(context), programNow()]
  const placed = await placeList(me, params.year!, now)
  const said = `${placed === 1 ? '1 student of the list is' : `${placed} students of the list are`} placed as drafts.`
  return redirectSaying(boardPath(params.year!), said, { action: draftsRemovalPath(params.year!, now.getTime()) })
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(listPath(params.year!))
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
