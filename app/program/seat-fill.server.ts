import { programNow } from '#app/workflow/clock.server'
import type { Refused } from '#app/workflow/overtaken.server'
import type { Person } from '#db/schema/people/actors'
import { blocksText, seatsText } from './opening'
import { saveSeats } from './seat-changes.server'
import { alreadyText, cellsOf, changedCells, filledOver, flawsOfFill } from './seat-fill'
import type { FillForm, SeatsForm } from './seat-form.server'
import { seatRecord } from './seat-record.server'

type Cells = ReturnType<typeof cellsOf>
type Grid = { yearId: string; slug: string }

/** Stores the grid as it was typed, or with a range filled in, and returns what to say of it, or why it was refused. */
export async function storeSeats(me: Person, grid: Grid, form: SeatsForm | FillForm, now = programNow()) {
  if (!('fill' in form)) return { said: 'The seats are saved.', refused: await saveSeats(me, grid, form, now) }
  const { changed, refused } = await fillSeats(me, grid, form, now)
  return { said: `The seats are saved: filling changed ${changed === 1 ? '1 cell' : `${changed} cells`}.`, refused }
}

/**
 * Saves the grid as it was typed, with a range filled in over it: the same command as by hand. Returns how many cells
 * the range changed, or why nothing was stored.
 */
async function fillSeats(
  me: Person,
  grid: Grid,
  { fill, ...form }: FillForm,
  now = programNow(),
): Promise<{ changed: number; refused?: Refused }> {
  const it = await seatRecord(me, grid.yearId, grid.slug)
  const fields = flawsOfFill(it, fill)
  const changed = changedCells(it, fill).length
  const isNew = form.version === it.version
  if (isNew && changed === 0 && Object.keys(fields).length === 0) fields['fill.seats'] = alreadyText(it, fill)
  if (Object.keys(fields).length > 0) return { changed: 0, refused: { fields } }
  const refused = await saveSeats(me, grid, { ...form, rows: filledOver(it, form.rows, fill) }, now)
  return { changed, refused: refused && besideRange(refused, cellsOf(it, fill), fill.seats) }
}

/** The grid keeps what was typed, so what a filled cell cannot be is said where blocks are left out. */
function besideRange(refused: Refused, cells: Cells, seats: number): Refused {
  if ('since' in refused) return refused
  const own = { ...refused.fields }
  const flawed = cells.flatMap(({ block, service }) => {
    const names = ['seats', 'held'].map((part) => `rows.${block.id}.${part}.${service.id}`)
    const why = names.map((name) => refused.fields[name]).find(Boolean)
    for (const name of names) delete own[name]
    return why ? [{ block: block.name, why }] : []
  })
  if (flawed.length === 0) return refused
  const more = flawed.length - 1
  const others = `${more === 1 ? '1 more cell' : `${more} more cells`} cannot have ${seatsText(seats)} either. `
  const leave = `Or leave out ${blocksText([...new Set(flawed.map(({ block }) => block))])}`
  return { ...refused, fields: { ...own, 'fill.except': `${flawed[0].why}. ${more > 0 ? others : ''}${leave}` } }
}
