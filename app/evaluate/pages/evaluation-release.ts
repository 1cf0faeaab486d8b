import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/react'
import { releaseEvaluation } from '#app/evaluate/releases.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  await releaseEvaluation(await requirePerson(context), params.evaluationId!)
  return redirectSaying(`/evaluations/${params.evaluationId}`, 'Released. The student was told.')
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/evaluations/${params.evaluationId}`)
export default () => null
