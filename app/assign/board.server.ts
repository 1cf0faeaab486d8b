import { programNow } from '#app/workflow/clock.server'
import { insist, may } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import type { AssignFacts } from './arrangement'
import { planOf, plansIn } from './block-plan.server'
import { type Cell, cellMaker, type Halves, type Holders, keyOf, rowsOf } from './board'
import { chipsOf, doneBy, newsOf } from './board-people.server'
import { factsOf } from './facts.server'
import { placingOf } from './place-bar.server'
import { publishedBy } from './publication.server'
import { inTurn, toPlace, type Waiting } from './queue'
import { waitingOf } from './queue.server'
import { removalsOf, removedLately } from './removals.server'
import { readYear, type Year } from './year.server'

export type BoardView = { place?: string | null; isWhole?: boolean }

/** Everything the board shows, counted day by day. Throws 404 for an unknown year, 403 without the right to see it. */
export async function findBoard(me: Person, yearId: string, view: BoardView = {}, now: Date = programNow()) {
  insist(me, 'board.read')
  const [year, [plans, published, removed]] = await Promise.all([readYear(yearId), lately(me, yearId, now)])
  const facts = factsOf(year, now)
  const waiting = waitingOf(year)
  const mayArrange = may(me, 'placement.arrange')
  const student = (mayArrange && facts.students.find(({ id }) => id === view.place)) || null
  const shown = year.blocks.filter(({ lastOn }) => view.isWhole || lastOn >= facts.today)
  const board = layout(year, facts, shown, (openings) => {
    const make = cellMaker(facts, student, holdersIn(year))
    return openings.map((it) => make(it, { chips: chipsOf(year, it.id, now), news: newsOf(me, year, it.id, now) }))
  })
  return {
    ...board,
    isWhole: Boolean(view.isWhole),
    blocks: year.blocks.filter(({ partOfId }) => !partOfId).length,
    studentIds: [...new Set([...facts.seats, ...facts.students].map(({ personId }) => personId))],
    ...{ counts: countsOf(year, facts, waiting), plans: plans.map(planOf) },
    placing: student && placingOf(year, facts, student, waiting),
    waiting: inTurn(waiting),
    done: mayArrange ? doneBy(me, year, { published, removals: removalsOf(year, facts, removed) }, yearId, now) : [],
    mayArrange,
    mayOverbook: may(me, 'placement.overbook'),
  }
}

/** What is about to happen to blocks, and what this person published and removed a short while ago. */
const lately = (me: Person, yearId: string, now: Date) =>
  readAll(plansIn(read, yearId), publishedBy(me, yearId, now), removedLately(me, now))

const holdersIn = ({ seats }: Year): Holders =>
  new Map(
    seats.map(({ placement, familyName }) => {
      return [placement.applicationId ?? placement.id, { familyName, isOverbooked: placement.isOverbooked }]
    }),
  )

const countsOf = (year: Year, facts: AssignFacts, waiting: Waiting[]) => ({
  held: facts.seats.length,
  seats: facts.openings.reduce((sum, { seats }) => sum + seats, 0),
  drafts: year.seats.filter(({ placement }) => placement.status === 'draft').length,
  toPlace: toPlace(waiting).length,
})

type Block = Year['blocks'][number]
type Openings = AssignFacts['openings']

/** Columns are whole blocks; a half's openings stand in its block's column, in a row of their own. */
function layout(year: Year, facts: AssignFacts, shown: Block[], cells: (of: Openings) => Cell[]) {
  const halves = halvesOf(year.blocks)
  const made = new Map(cells(facts.openings).map((cell) => [cell.openingId, cell]))
  const columnOf = new Map(year.openings.map(({ opening, block }) => [opening.id, block.partOfId ?? block.id]))
  const rows = rowsOf(facts.openings, halves)
  const cellAt = (blockId: string, key: string) => {
    const here = facts.openings.find((it) => columnOf.get(it.id) === blockId && keyOf(it, halves) === key)
    return (here && made.get(here.id)) ?? null
  }
  const columns = shown
    .filter(({ partOfId }) => !partOfId)
    .map((block) => ({
      id: block.id,
      name: `Block ${block.name}`,
      first: block.firstOn,
      last: block.lastOn,
      state: stateOf(block, facts.today),
      cells: rows.map(({ key }) => cellAt(block.id, key)),
    }))
  return { rows, columns }
}

function halvesOf(blocks: Block[]): Halves {
  const halves: Halves = new Map()
  for (const { id } of blocks) {
    for (const [at, half] of blocks.filter(({ partOfId }) => partOfId === id).entries()) halves.set(half.id, at)
  }
  return halves
}

function stateOf({ firstOn, lastOn, applyByOn }: Block, today: string) {
  if (lastOn < today) return { word: 'Over' }
  if (firstOn <= today) return { word: 'Running' }
  return applyByOn < today ? { word: 'Closed' } : { word: 'Closes', on: applyByOn }
}
