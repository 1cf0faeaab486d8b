import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { boardPath, puttingBackPath } from '#app/assign/paths'
import { toPlacement } from '#app/assign/placement-here.server'
import { removeDraft } from '#app/assign/removal.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { year, name, place } = await removeDraft(me, params.placementId!)
  const undo = { action: puttingBackPath(params.placementId!), label: 'Put back' }
  return redirectSaying(boardPath(year, { place }), `${name} is not placed any more.`, undo)
}
export const loader = ({ context, params }: LoaderFunctionArgs) => toPlacement(context, params.placementId!)
export default () => null
