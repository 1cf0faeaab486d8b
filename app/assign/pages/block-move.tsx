import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { BlockChangeForm } from '#app/assign/block-change-form'
import { readBlockChange, refuseStale } from '#app/assign/block-change-form.server'
import { fateLine, fatesText, movesText } from '#app/assign/block-fates'
import { findBlockChange, planBlockChange } from '#app/assign/block-plan.server'
import { BlockPlanNotice } from '#app/assign/block-plan-notice'
import { boardPath, planRemovalPath } from '#app/assign/paths'
import { requirePerson } from '#app/people/who.server'
import { Button } from '#app/ui/button'
import { redirectSaying } from '#app/ui/flash.server'
import { Notice } from '#app/ui/notice'
import { Page } from '#app/ui/page'
import { conflict } from '#app/workflow/refusal'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Move block ${data?.block.name ?? ''} – Board – IR rotations` },
]

/** After a refusal, too, the list shows who is in it now, and which other dates have room. */
export const shouldRevalidate = () => true

const asked = (request: Request) => new URL(request.url).searchParams.get('to')

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const to = asked(request)
  const found = await findBlockChange(me, { yearId: params.year!, blockId: params.blockId! }, to)
  const lines = found.touched.map(fateLine)
  for (const { studentId } of [...lines, ...found.wishers]) context.disclose(studentId, 'placement')
  const wishers = found.wishers.map(({ name }) => name)
  const { block, plan, version, move, undo } = found
  return { block, plan, version, lines, wishers, move, year: params.year!, undo }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const me = await requirePerson(context)
  const which = { yearId: params.year!, blockId: params.blockId! }
  const to = asked(request)
  const { move, undo } = await findBlockChange(me, which, to)
  if (!to || !move.chosen) throw conflict(move.refused ?? 'Choose new dates first.')
  const { reply, form, value, instead } = await readBlockChange(request)
  if (reply) return reply
  const stale = await planBlockChange(me, which, { ...value, instead, to })
  if (stale) return refuseStale(form, stale)
  const said = `The block moves, and its students are told, in ${undo}.`
  return redirectSaying(boardPath(which.yearId), said, { action: planRemovalPath(which.yearId, which.blockId) })
}

export default function BlockMovePage() {
  const { block, plan, lines, wishers, version, year, move, undo } = useLoaderData<typeof loader>()
  const back = boardPath(year)
  const isPlanned = plan !== null && !plan.error
  return (
    <Page title={`Move block ${block.name}`} width="form" back={{ to: back, label: 'Board' }}>
      {plan ? <BlockPlanNotice plan={plan} year={year} mayUndo /> : null}
      {isPlanned ? null : <Choice block={block} move={move} />}
      {move.chosen && !isPlanned ? (
        <>
          <h2>{movesText(block, move.chosen)}</h2>
          <p>
            {fatesText(lines)} Wishes, seats and pairings move along; pairings become drafts. It happens {undo} after
            you confirm; until then you can undo it.
          </p>
          {move.overlaps.length > 0 ? (
            <Notice tone="warn" title="What newly overlaps">
              {move.overlaps.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </Notice>
          ) : null}
          <BlockChangeForm {...{ lines, wishers, version, back, plan }} button="Move the block and tell the students" />
        </>
      ) : null}
    </Page>
  )
}

type It = ReturnType<typeof useLoaderData<typeof loader>>

function Choice({ block, move }: Pick<It, 'block' | 'move'>) {
  return (
    <div className="stack">
      <p id="which">
        A block moves by whole weeks within its year, to days to come: dates that have begun are left out.
      </p>
      {move.refused ? <Notice tone="warn">{move.refused}</Notice> : null}
      <Form method="get" className="cluster">
        <label htmlFor="to">New dates</label>
        <select className="select" id="to" name="to" defaultValue={move.chosen?.firstOn ?? ''} aria-describedby="which">
          <option value="">Choose new dates</option>
          {move.options.map(({ firstOn, label }) => (
            <option key={firstOn} value={firstOn} disabled={firstOn === block.firstOn}>
              {label}
            </option>
          ))}
        </select>
        <Button kind="secondary">Show whom it touches</Button>
      </Form>
    </div>
  )
}
