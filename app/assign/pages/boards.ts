import type { LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { boardPath } from '#app/assign/paths'
import { whoIsNext } from '#app/assign/queue.server'
import { currentYear } from '#app/assign/year.server'
import { requirePerson } from '#app/people/who.server'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const year = await currentYear()
  const isPlacing = new URL(request.url).searchParams.get('place') === 'next'
  return redirect(boardPath(year, { place: isPlacing ? await whoIsNext(me, year) : null }))
}
