import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { dropBlockChange } from '#app/assign/block-plan.server'
import { boardPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'

export async function action({ context, params }: ActionFunctionArgs) {
  const which = { yearId: params.year!, blockId: params.blockId! }
  const name = await dropBlockChange(await requirePerson(context), which)
  return redirectSaying(boardPath(which.yearId), `Block ${name} stays as it is. Nobody was told.`)
}
export const loader = ({ params }: LoaderFunctionArgs) => redirect(boardPath(params.year!))
export default () => null
