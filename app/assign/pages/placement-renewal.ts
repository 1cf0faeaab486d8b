import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { renewOffer } from '#app/assign/renewal.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { student, application, block } = await renewOffer(me, params.placementId!)
  const said = `${student.name} is placed in block ${block.name} again, as a draft. Publish it to offer it.`
  return redirectSaying(boardPath(application.yearId), said)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/placements/${params.placementId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
