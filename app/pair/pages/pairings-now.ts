import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { blockOn } from '#app/pair/block.server'
import { requirePerson } from '#app/people/who.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'

/** "Pairings" in the navigation leads to the block that runs now, or the next. */
export async function loader({ context }: LoaderFunctionArgs) {
  insist(await requirePerson(context), 'pairing.read')
  const blockId = await blockOn(dayAt(programNow()))
  if (!blockId) throw notFound('No block has been entered yet.')
  return redirect(`/pairings/${blockId}`)
}

export default () => null // so that a refusal is shown by the ErrorBoundary without JavaScript
