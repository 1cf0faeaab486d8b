import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { scoresOf } from '#app/apply/decided.server'
import { saveScores } from '#app/apply/reviews.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await saveScores(me, params.applicationId!, scoresOf(await request.formData()))
  return redirectSaying(`/review/${params.applicationId}`, 'Scores saved.')
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/review/${params.applicationId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
