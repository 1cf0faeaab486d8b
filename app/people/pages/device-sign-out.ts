import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSignIns } from '#app/people/sign-ins.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = () => redirect('/account')

export async function action({ context, params }: ActionFunctionArgs) {
  await endSignIns(await requirePerson(context), params.signInId!)
  return redirectSaying('/account', 'That device is signed out.')
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
