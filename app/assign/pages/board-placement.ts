import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { placeStudent } from '#app/assign/placements.server'
import { whoIsNext } from '#app/assign/queue.server'
import { requirePerson } from '#app/people/who.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { searchParams } = new URL(request.url)
  const wanted = { applicationId: searchParams.get('place') ?? '', openingId: searchParams.get('opening') ?? '' }
  await placeStudent(me, wanted)
  const place = await whoIsNext(me, params.year!, wanted.applicationId)
  return redirect(boardPath(params.year!, { place, isWhole: searchParams.get('blocks') === 'all' }), 303)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(boardPath(params.year!))
export default () => null
