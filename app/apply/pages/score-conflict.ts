import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { stateConflict } from '#app/apply/reviews.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await stateConflict(me, params.applicationId!)
  return redirectSaying('/review', 'You are off this application. Nobody is told why.')
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/review/${params.applicationId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
