import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { askForWaitlist } from '#app/assign/answers.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const applicationId = await askForWaitlist(await requirePerson(context), params.placementId!)
  return redirectSaying(`/applications/${applicationId}`, 'You are on the waitlist now.')
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/placements/${params.placementId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
