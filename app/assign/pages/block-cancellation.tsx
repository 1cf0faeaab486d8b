import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BlockChangeForm } from '#app/assign/block-change-form'
import { readBlockChange, refuseStale } from '#app/assign/block-change-form.server'
import { fateLine } from '#app/assign/block-fates'
import { findBlockChange, planBlockChange } from '#app/assign/block-plan.server'
import { BlockPlanNotice } from '#app/assign/block-plan-notice'
import { boardPath, planRemovalPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { redirectSaying } from '#app/ui/flash.server'
import { Page } from '#app/ui/page'
import { daysText } from '#app/ui/time'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Cancel block ${data?.block.name ?? ''} – Board – IR rotations` },
]

/** After a refusal, too, the list shows who is in it now, and which other dates have room. */
export const shouldRevalidate = () => true

export async function loader({ context, params }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const found = await findBlockChange(me, { yearId: params.year!, blockId: params.blockId! }, null)
  const lines = found.touched.map(fateLine)
  for (const { studentId } of [...lines, ...found.wishers]) context.disclose(studentId, 'placement')
  const wishers = found.wishers.map(({ name }) => name)
  const { block, plan, version, undo } = found
  return { block, plan, version, lines, wishers, year: params.year!, undo }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const which = { yearId: params.year!, blockId: params.blockId! }
  const { undo } = await findBlockChange(me, which, null)
  const { reply, form, value, instead } = await readBlockChange(request)
  if (reply) return reply
  const stale = await planBlockChange(me, which, { ...value, instead, to: null })
  if (stale) return refuseStale(form, stale)
  const said = `The block is cancelled, and its students told, in ${undo}.`
  return redirectSaying(boardPath(which.yearId), said, { action: planRemovalPath(which.yearId, which.blockId) })
}

export default function BlockCancellationPage() {
  const { block, plan, lines, wishers, version, year, undo } = useLoaderData<typeof loader>()
  const back = boardPath(year)
  return (
    <Page title={`Cancel block ${block.name}`} width="form" back={{ to: back, label: 'Board' }}>
      {plan ? <BlockPlanNotice plan={plan} year={year} mayUndo /> : null}
      {plan && !plan.error ? null : (
        <>
          <p>
            Nobody rotates in block {block.name}, {daysText(block.firstOn, block.lastOn, { year: true })}, or in its
            halves: its seats are taken away, and its students can be placed again with all wishes. Until {undo} after
            you confirm it can be undone; then it happens.
          </p>
          <BlockChangeForm
            {...{ lines, wishers, version, back, plan }}
            button="Cancel the block and tell the students"
            isDanger
          />
        </>
      )}
    </Page>
  )
}
