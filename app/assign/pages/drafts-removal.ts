import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { takeBackDrafts } from '#app/assign/draft-undo.server'
import { boardPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const at = new Date(Number(new URL(request.url).searchParams.get('at')))
  const taken = await takeBackDrafts(me, params.year!, at)
  const said = taken === 1 ? '1 student is not placed any more.' : `${taken} students are not placed any more.`
  return redirectSaying(boardPath(params.year!), said)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(boardPath(params.year!))
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
