import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { sendApplication } from '#app/apply/submissions.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await sendApplication(me, params.applicationId!)
  return redirectSaying(`/applications/${params.applicationId}`, 'Your application is sent. We have mailed you a note.')
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/applications/${params.applicationId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
