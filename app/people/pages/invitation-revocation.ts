import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { revokeInvitation } from '#app/people/invitations.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export const loader = () => redirect('/people/invitations')

export async function action({ context, params }: ActionFunctionArgs) {
  await revokeInvitation(await requirePerson(context), params.invitationId!)
  return redirectSaying('/people/invitations', 'The invitation is revoked: its link no longer works.')
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
