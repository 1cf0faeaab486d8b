import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { resumeWaitlist } from '#app/assign/waitlist-changes.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await resumeWaitlist(me, { yearId: params.year!, openingId: params.openingId! })
  return redirectSaying(`/waitlist/${params.year}/${params.openingId}`, 'The waitlist is not paused any more.')
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/waitlist/${params.year}/${params.openingId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
