import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { discardProposal } from '#app/assign/proposals.server'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  await discardProposal(await requirePerson(context), params.year!)
  return redirectSaying(boardPath(params.year!), 'The proposal is discarded. Nothing else changed.')
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/board/${params.year}/proposal`)
export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
