import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { acceptProposal } from '#app/assign/acceptance.server'
import { boardPath, draftsRemovalPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { programNow } from '#app/workflow/clock.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const [me, now] = [await requirePerson(context), programNow()]
  const chosen = (await request.formData()).getAll('application').map(String)
  const taken = await acceptProposal(me, params.year!, chosen, now)
  const said = taken === 1 ? '1 change is taken over as a draft.' : `${taken} changes are taken over as drafts.`
  return redirectSaying(boardPath(params.year!), said, { action: draftsRemovalPath(params.year!, now.getTime()) })
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/board/${params.year}/proposal`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
