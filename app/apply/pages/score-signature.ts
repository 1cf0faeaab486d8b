import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { scoresOf } from '#app/apply/decided.server'
import { signScores } from '#app/apply/reviews.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  await signScores(me, params.applicationId!, scoresOf(await request.formData()))
  return redirectSaying(`/review/${params.applicationId}`, 'Scores signed.')
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/review/${params.applicationId}`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
