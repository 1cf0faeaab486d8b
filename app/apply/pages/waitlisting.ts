import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { decided } from '#app/apply/decided.server'
import { putOnWaitlist } from '#app/apply/decisions.server'
import { requirePerson } from '#app/people/who.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await putOnWaitlist(me, params.applicationId!)
  return decided(params.applicationId!, 'is on the waitlist')
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/review/${params.applicationId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
