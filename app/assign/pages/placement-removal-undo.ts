import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { toPlacement } from '#app/assign/placement-here.server'
import { putBack } from '#app/assign/put-back.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const { name, year } = await putBack(await requirePerson(context), params.placementId!)
  return redirectSaying(boardPath(year), `${name} is where they were before.`)
}
export const loader = ({ context, params }: LoaderFunctionArgs) => toPlacement(context, params.placementId!)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
