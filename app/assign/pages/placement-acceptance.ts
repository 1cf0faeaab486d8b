import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { acceptOffer } from '#app/assign/answers.server'
import { toPlacement } from '#app/assign/placement-here.server'
import { requirePerson } from '#app/people/who.server'

export async function action({ context, params }: ActionFunctionArgs) {
  await acceptOffer(await requirePerson(context), params.placementId!)
  return redirect(`/placements/${params.placementId}`, 303)
}
export const loader = ({ context, params }: LoaderFunctionArgs) => toPlacement(context, params.placementId!)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
