import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { startAgain } from '#app/report/work.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const name = await startAgain(await requirePerson(context), params.jobId!)
  return redirectSaying('/work', `Started: ${name}.`)
}

export const loader = () => redirect('/work')
export default () => null
