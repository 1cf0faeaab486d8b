import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { boardPath, momentIn } from '#app/assign/paths'
import { retractOffers } from '#app/assign/publication.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const taken = await retractOffers(me, params.year!, momentIn(request))
  const said = `${taken === 1 ? '1 place is a draft' : `${taken} places are drafts`} again. No mail went out.`
  return redirectSaying(boardPath(params.year!), said)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(boardPath(params.year!))
export default () => null
