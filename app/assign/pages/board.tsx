import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { BlockPlanNotice } from '#app/assign/block-plan-notice'
import { findBoard } from '#app/assign/board.server'
import type { Place } from '#app/assign/board-cell'
import { BoardGrid } from '#app/assign/board-grid'
import { BoardUndo } from '#app/assign/board-undo'
import { BoardWaiting } from '#app/assign/board-waiting'
import { boardPath, listPath, overbookingPath, placingPath } from '#app/assign/paths'
import { bestOf, PlaceBar } from '#app/assign/place-bar'
import { requirePerson } from '#app/people/who.server'
import { Button, ButtonLink } from '#app/ui/button'
import { useCurrent } from '#app/ui/current'
import { Filters } from '#app/ui/filters'
import { Page } from '#app/ui/page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Board – ${data?.year} – IR rotations` }]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const me = await requirePerson(context)
  const { searchParams } = new URL(request.url)
  const view = { place: searchParams.get('place'), isWhole: searchParams.get('blocks') === 'all' }
  const board = await findBoard(me, params.year!, view)
  for (const studentId of board.studentIds) context.disclose(studentId, 'board')
  return { ...board, year: params.year! }
}

export default function BoardPage() {
  const it = useLoaderData<typeof loader>()
  useCurrent()
  const { held, seats, drafts, toPlace } = it.counts
  const path = (place?: string) => boardPath(it.year, { place, isWhole: it.isWhole })
  const sub = [
    `${held} of ${seats} seats taken`,
    drafts ? `${count(drafts, 'draft')} not published` : 'nothing unpublished',
    `${count(toPlace, 'student')} to place`,
  ].join(' · ')
  return (
    <Page title={`Board ${it.year.replace('-', '–')}`} sub={sub} actions={<Actions it={it} />}>
      {it.placing ? <PlaceBar placing={it.placing} board={path} /> : null}
      <BoardUndo done={it.done} />
      {it.plans.map((plan) => (
        <BlockPlanNotice key={plan.id} plan={plan} year={it.year} mayUndo={it.mayArrange} isOnBoard />
      ))}
      <Range it={it} />
      <BoardGrid rows={it.rows} columns={it.columns} place={placeOf(it)} />
      <p>
        <Link to={`/roster/${it.year}`}>Roster of visiting students</Link>
        {' · '}
        <a href={`/board/${it.year}.csv`}>This board as CSV</a>
        {it.mayArrange ? (
          <>
            {' · '}
            <Link to={listPath(it.year)}>Place from a list</Link>
          </>
        ) : null}
      </p>
      {it.mayArrange && !it.placing ? <BoardWaiting waiting={it.waiting} board={path} year={it.year} /> : null}
    </Page>
  )
}

type It = ReturnType<typeof useLoaderData<typeof loader>>

function Actions({ it }: { it: It }) {
  if (!it.mayArrange) return null
  const { drafts, toPlace } = it.counts
  return (
    <>
      {toPlace ? (
        <Form method="post" action="proposal">
          <Button kind="secondary">Propose places</Button>
        </Form>
      ) : null}
      {drafts ? <ButtonLink to="publication">Publish {count(drafts, 'change')}</ButtonLink> : null}
    </>
  )
}

function Range({ it }: { it: It }) {
  const place = it.placing?.id
  if (it.isWhole && it.columns.length === it.blocks) return null
  const label = `${it.columns[0]?.name ?? 'Blocks'} and later`
  return <Filters label="Blocks shown" chips={[{ label, without: boardPath(it.year, { place, isWhole: true }) }]} />
}

function placeOf({ placing, year, isWhole, mayOverbook }: It): Place | null {
  if (!placing) return null
  return {
    familyName: placing.familyName,
    best: bestOf(placing),
    action: (opening) => placingPath(year, { place: placing.id, opening, isWhole }),
    overbook: mayOverbook ? (opening) => overbookingPath(year, { place: placing.id, opening }) : undefined,
  }
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`
