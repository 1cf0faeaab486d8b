import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/react'
import { remindNow } from '#app/evaluate/reminders.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const authors = (await request.formData()).getAll('author').map(String)
  const sent = await remindNow(me, authors)
  const words = sent === 1 ? '1 reminder is on its way.' : `${sent} reminders are on their way.`
  return redirectSaying('/completion', sent ? words : 'They were reminded today already.')
}

export const loader = () => redirect('/completion')
export default () => null
