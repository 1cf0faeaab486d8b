import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { askForWaitlist } from '#app/assign/answers.server'
import { toPlacement } from '#app/assign/placement-here.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const applicationId = await askForWaitlist(await requirePerson(context), params.placementId!)
  return redirectSaying(`/applications/${applicationId}`, 'You are on the waitlist now.')
}
export const loader = ({ context, params }: LoaderFunctionArgs) => toPlacement(context, params.placementId!)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
