import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { toPlacement } from '#app/assign/placement-here.server'
import { renewOffer } from '#app/assign/renewal.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const { student, application, block } = await renewOffer(me, params.placementId!)
  const said = `${student.name} is placed in block ${block.name} again, as a draft. Publish it to offer it.`
  return redirectSaying(boardPath(application.yearId), said)
}
export const loader = ({ context, params }: LoaderFunctionArgs) => toPlacement(context, params.placementId!)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
