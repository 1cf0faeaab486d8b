import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/react'
import { markUploaded } from '#app/evaluate/letters.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  await markUploaded(await requirePerson(context), params.letterId!)
  return redirectSaying(`/letters/${params.letterId}`, 'Marked as uploaded. The student was told.')
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/letters/${params.letterId}`)
export default () => null
