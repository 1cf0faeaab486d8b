import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { takeBackDrafts } from '#app/assign/draft-undo.server'
import { boardPath, momentIn, puttingBackPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const year = params.year!
  const taken = await takeBackDrafts(me, year, momentIn(request))
  const [{ id, name, place, isBack, isListed }] = taken
  if (taken.length > 1) return redirectSaying(boardPath(year), `${taken.length} students are where they were before.`)
  if (isBack) return redirectSaying(boardPath(year), `${name} is where they were before.`)
  if (isListed) return redirectSaying(boardPath(year), `${name} is not placed any more.`)
  const putBack = { action: puttingBackPath(id), label: 'Put back' }
  return redirectSaying(boardPath(year, { place }), `${name} is not placed any more.`, putBack)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(boardPath(params.year!))
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
