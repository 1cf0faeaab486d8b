import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { boardPath, momentIn } from '#app/assign/paths'
import { retractOffers } from '#app/assign/publication.server'
import { findReplies } from '#app/assign/replies.server'
import { retractionText } from '#app/assign/reply'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const [me, year, at] = [await requirePerson(context), params.year!, momentIn(request)]
  const taken = await retractOffers(me, year, at)
  return redirectSaying(boardPath(year), retractionText(taken, await findReplies(me, year, at)))
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(boardPath(params.year!))
export default () => null
