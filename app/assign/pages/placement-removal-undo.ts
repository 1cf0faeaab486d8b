import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { putBack } from '#app/assign/put-back.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const { name, year } = await putBack(await requirePerson(context), params.placementId!)
  return redirectSaying(boardPath(year), `${name} is where they were before.`)
}
export const loader = () => redirect('/board')
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
