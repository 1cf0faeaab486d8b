import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { removeAddress } from '#app/people/addresses.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = () => redirect('/account/addresses')

export async function action({ context, params }: ActionFunctionArgs) {
  await removeAddress(await requirePerson(context), params.addressId!)
  return redirectSaying('/account/addresses', 'The address is removed.')
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
