import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { makePrimary } from '#app/people/addresses.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = () => redirect('/account/addresses')

export async function action({ context, params }: ActionFunctionArgs) {
  await makePrimary(await requirePerson(context), params.addressId!)
  return redirectSaying('/account/addresses', 'Your mail goes to this address now.')
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
