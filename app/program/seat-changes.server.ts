import { eq } from 'drizzle-orm'
import { change, undoOf } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays } from '#app/workflow/day.server'
import { insistDone } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { read, type Tx, together } from '#db/client'
import { openings } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Change } from '#db/schema/workflow/events'
import { yearName } from './calendar'
import { blocksOf, calendarIn } from './calendar-record.server'
import { clerkshipIn } from './clerkship-record.server'
import type { SeatsForm } from './seat-form.server'
import { blocksFor, isHeld, linesOf, type SeatLine, type SeatLines } from './seat-grid'
import { gridId, KIND, openingsIn, seatRecord, studentServices } from './seat-record.server'
import { flawsOf, isUsed, type SeatUses, usesIn } from './seat-uses.server'

type Grid = { yearId: string; slug: string }
export type SeatsNow = Awaited<ReturnType<typeof gridIn>>

/** The seats of a clerkship in a year as they stand, inside a write. Throws 404. */
async function gridIn(tx: Tx, { yearId, slug }: Grid) {
  const [calendar, clerkship, services, opened] = await together([
    calendarIn(tx, yearId),
    clerkshipIn(tx, slug),
    studentServices(tx),
    openingsIn(tx, yearId),
  ])
  const own = opened.map(({ opening }) => opening).filter(({ clerkshipId }) => clerkshipId === clerkship.id)
  const blocks = blocksFor(clerkship, calendar.blocks, own)
  return { clerkship, services, own, blocks, lines: linesOf(blocks, services, own) }
}

/** Stores the seats of a clerkship in a year; refused where fewer than are taken would be left, with who has them. */
export async function saveSeats(me: Person, grid: Grid, form: SeatsForm, now = programNow()) {
  insist(me, 'program.edit')
  const thing = { kind: KIND, id: gridId(grid.yearId, grid.slug), version: form.version }
  return change(me, thing, now, async (tx) => {
    const it = await gridIn(tx, grid)
    const after = typedOver(it.lines, form.rows)
    const uses = await usesIn(tx, it)
    const fields = flawsOf(it, after, uses)
    if (Object.keys(fields).length > 0) return { fields }
    await together(stored(tx, it, after, uses))
    return { changes: differencesOf(it, after), restores: { rows: it.lines } }
  })
}

/** What was typed, over what stands: of these blocks and services only. */
function typedOver(lines: SeatLines, rows: SeatsForm['rows']): SeatLines {
  const over = (was: Record<string, number>, typed: Record<string, number> = {}) =>
    Object.fromEntries(Object.entries(was).map(([id, n]) => [id, typed[id] ?? n]))
  return Object.fromEntries(
    Object.entries(lines).map(([id, line]) => {
      const row = rows[id]
      if (!row) return [id, line]
      const after = { heldDays: row.heldDays, seats: over(line.seats, row.seats), held: over(line.held, row.held) }
      return [id, isHeld(after) ? after : { ...after, heldDays: line.heldDays }]
    }),
  )
}

/** What puts the changed lines in place, a statement an opening. */
function stored(tx: Tx, it: SeatsNow, after: SeatLines, uses: SeatUses) {
  const isChanged = ({ id }: { id: string }) => JSON.stringify(after[id]) !== JSON.stringify(it.lines[id])
  const cells = it.blocks.filter(isChanged).flatMap((block) => it.services.map(({ id }) => ({ block, serviceId: id })))
  return cells.map(({ block, serviceId }) => {
    const was = it.own.find((row) => row.blockId === block.id && row.serviceId === serviceId)
    const { seats, heldSeats, heldUntilOn } = rowOf(after[block.id], serviceId, block.firstOn)
    const row = { seats, heldSeats, heldUntilOn, minimum: Math.min(was?.minimum ?? 0, seats) }
    const place = { clerkshipId: it.clerkship.id, blockId: block.id, serviceId }
    if (!was) return seats > 0 ? tx.insert(openings).values({ ...place, ...row }) : undefined
    return seats > 0 || isUsed(was, uses, !hasSeats(after[block.id]))
      ? tx.update(openings).set(row).where(eq(openings.id, was.id))
      : tx.delete(openings).where(eq(openings.id, was.id))
  })
}

const hasSeats = ({ seats }: SeatLine) => Object.values(seats).some((n) => n > 0)
const rowOf = ({ seats, held, heldDays }: SeatLine, serviceId: string, firstOn: string) => ({
  ...{ seats: seats[serviceId], heldSeats: held[serviceId] },
  heldUntilOn: held[serviceId] > 0 ? addDays(firstOn, -heldDays) : null,
})

function differencesOf({ blocks, services, lines }: SeatsNow, after: SeatLines): Change[] {
  const changed = (name: string, label: string, from: number, to: number): Change[] =>
    from === to ? [] : [{ name, label, from: String(from), to: String(to) }]
  return blocks.flatMap(({ id, name }) => {
    const [was, is] = [lines[id], after[id]]
    return [
      ...services.flatMap((service) => [
        ...changed(
          `rows.${id}.seats.${service.id}`,
          seatsOf(name, service),
          was.seats[service.id],
          is.seats[service.id],
        ),
        ...changed(`rows.${id}.held.${service.id}`, heldOf(name, service), was.held[service.id], is.held[service.id]),
      ]),
      ...changed(`rows.${id}.heldDays`, `Block ${name}, days that seats are held before it`, was.heldDays, is.heldDays),
    ]
  })
}

const seatsOf = (block: string, service: { name: string }) => `Block ${block}, ${service.name}, seats`
const heldOf = (block: string, service: { name: string }) => `Block ${block}, ${service.name}, held seats`

/** Gives the blocks of a year the seats that those of the same name have the year before. Throws 409. */
export async function copySeats(me: Person, grid: Grid, now = programNow()) {
  const { last, hasSeats, version, clerkship, blocks, services } = await seatRecord(me, grid.yearId, grid.slug)
  if (hasSeats) throw conflict(`${yearName(grid.yearId)} has seats already: change them in the table.`)
  if (!last || !clerkship) throw conflict(`There is no year before ${yearName(grid.yearId)} to copy from.`)
  const before = await blocksOf(read, last.id)
  const opened = (await openingsIn(read, last.id)).map(({ opening }) => opening)
  const own = opened.filter(({ clerkshipId }) => clerkshipId === clerkship.id)
  const lines = linesOf(before, services, own)
  const rows = blocks.flatMap(({ id, name }) => {
    const same = before.find((block) => block.name === name)
    return same ? [[id, lines[same.id]] as const] : []
  })
  insistDone(await saveSeats(me, grid, { version, rows: Object.fromEntries(rows) }, now))
  return undoOf(me, KIND, gridId(grid.yearId, grid.slug), version)
}
