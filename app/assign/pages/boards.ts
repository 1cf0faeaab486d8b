import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { currentYear } from '#app/assign/year.server'
import { requirePerson } from '#app/people/who.server'

export async function loader({ context }: LoaderFunctionArgs) {
  await requirePerson(context)
  return redirect(boardPath(await currentYear()))
}
