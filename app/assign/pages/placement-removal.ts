import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { boardPath, placingPath } from '#app/assign/paths'
import { removeDraft } from '#app/assign/placements.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { year, name, place, opening } = await removeDraft(me, params.placementId!)
  const undo = { action: placingPath(year, { place, opening }), label: 'Put back' }
  return redirectSaying(boardPath(year, { place }), `${name} is not placed any more.`, undo)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/placements/${params.placementId}`)
export default () => null
