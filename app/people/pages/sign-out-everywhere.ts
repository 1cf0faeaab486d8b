import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { endSignIns } from '#app/people/sign-ins.server'
import { redirectSignedOut } from '#app/people/signed-in.server'
import { requirePerson } from '#app/people/who.server'

export const loader = () => redirect('/account')

export async function action({ context }: ActionFunctionArgs) {
  await endSignIns(await requirePerson(context))
  return redirectSignedOut()
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
