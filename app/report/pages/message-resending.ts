import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/react'
import { requirePerson } from '#app/people/who.server'
import { sendAgain } from '#app/report/messages.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const to = await sendAgain(await requirePerson(context), params.messageId!)
  return redirectSaying('/messages?status=trouble', `The message to ${to} goes out again.`)
}

export const loader = () => redirect('/messages')
export default () => null
