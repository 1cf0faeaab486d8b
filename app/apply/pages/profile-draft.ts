import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { keepForLater } from '#app/apply/later.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { insist } from '#app/workflow/permissions'

export async function action({ context, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  insist(me, 'application.start')
  await keepForLater(me, '/profile', await request.formData())
  return redirectSaying('/applications', 'What you typed about your studies is kept. Come back to finish it.')
}
export const loader = () => redirect('/profile')
export default () => null
