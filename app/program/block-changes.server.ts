import { undoOf } from '#app/workflow/changes.server'
import { typedDate } from '#app/workflow/civil-date.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, daysFrom, mondayOf } from '#app/workflow/day.server'
import { insistDone } from '#app/workflow/overtaken.server'
import { notFound } from '#app/workflow/refusal'
import { placedInBlocks, wishesForBlocks } from '#db/claims'
import { read, readAll } from '#db/client'
import { newId } from '#db/schema/columns'
import type { Person } from '#db/schema/people/actors'
import { type Calendar, halvesOf } from './calendar'
import { changeCalendar } from './calendar-changes.server'
import type { BlockForm } from './calendar-form.server'
import { calendarRecord, KIND } from './calendar-record.server'
import { touchedBy } from './calendar-uses.server'
import type { Block } from './opening'

/** A whole block as its form starts, and who holds or wishes for it. Throws 404 for a half too. */
export async function blockRecord(me: Person, yearId: string, blockId: string, now: Date = programNow()) {
  const { year, blocks, version, program } = await calendarRecord(me, yearId)
  const block = blocks.find(({ id, partOfId }) => id === blockId && partOfId === null)
  if (!block) throw notFound()
  const halves = halvesOf(blocks, blockId)
  const ids = [block, ...halves].map(({ id }) => id)
  const [placed, wished] = await readAll(placedInBlocks(read, ids), wishesForBlocks(read, ids))
  const touched = ids.map((id) => touchedBy({ placed, wished }, id))
  return {
    year,
    block: {
      ...typedBlock(block),
      id: block.id,
      version,
      halves: halves.map((half) => ({ id: half.id, ...typedBlock(half) })),
    },
    isAhead: block.firstOn > dayAt(now),
    placed: [...new Set(touched.flatMap((it) => it.placed))],
    wished: [...new Set(touched.flatMap((it) => it.wished))],
    applyDaysBefore: program?.applyDaysBefore ?? 60,
  }
}

const typedBlock = ({ name, firstOn, lastOn, applyByOn, mostStudents }: Block) => ({
  ...{ name, mostStudents },
  ...{ firstOn: typedDate(firstOn), lastOn: typedDate(lastOn), applyByOn: typedDate(applyByOn) },
})

/** What the form of a new block starts with: the four weeks after the last block, in two halves. */
export async function newBlockTyped(me: Person, yearId: string) {
  const { year, blocks, version, program } = await calendarRecord(me, yearId)
  const last = blocks
    .map(({ lastOn }) => lastOn)
    .sort()
    .at(-1)
  const from = last ? addDays(last, 1) : year.firstOn
  const firstOn = mondayOf(from) === from ? from : addDays(mondayOf(from), 7)
  const span = { firstOn, lastOn: addDays(firstOn, 25) }
  const whole = { ...span, name: `${blocks.filter(({ partOfId }) => !partOfId).length + 1}` }
  const typed = (it: typeof whole) => ({ ...it, firstOn: typedDate(it.firstOn), lastOn: typedDate(it.lastOn) })
  const block = { ...typed(whole), version, halves: inHalves(whole).map(typed) }
  return { year, block, applyDaysBefore: program?.applyDaysBefore ?? 60 }
}

/** Two halves of whole weeks, "7A" to a Friday and "7B" from the Monday after. */
function inHalves({ name, firstOn, lastOn }: Pick<Block, 'name' | 'firstOn' | 'lastOn'>) {
  const weeks = Math.ceil((daysFrom(firstOn, lastOn) + 1) / 7)
  const second = addDays(mondayOf(firstOn), Math.floor(weeks / 2) * 7)
  return [
    { name: `${name}A`, firstOn, lastOn: addDays(second, -3) },
    { name: `${name}B`, firstOn: second, lastOn },
  ]
}

type Typed = BlockForm['halves'][number]
const rowOf = ({ name, firstOn, lastOn, applyByOn }: Typed, applyDaysBefore: number) => ({
  ...{ name, firstOn, lastOn, applyByOn: applyByOn ?? addDays(firstOn, -applyDaysBefore) },
})

/** The calendar with this block and its halves as they were typed. A half keeps its id if it was of this block. */
function withBlock(before: Calendar, id: string, form: BlockForm, applyDaysBefore: number): Calendar {
  const own = halvesOf(before.blocks, id)
  const block = { ...of(before, id), ...rowOf(form, applyDaysBefore), mostStudents: form.mostStudents ?? null }
  const halves = form.halves.map((half) => {
    const kept = own.find((it) => it.id === half.id)
    const bare = kept ?? { ...of(before, newId()), partOfId: id }
    return { ...bare, ...rowOf(half, applyDaysBefore) }
  })
  const others = before.blocks.filter((it) => it.id !== id && it.partOfId !== id)
  return { ...before, blocks: [...others, block, ...halves] }
}

const of = ({ year, blocks }: Calendar, id: string): Block =>
  blocks.find((block) => block.id === id) ?? {
    ...{ id, yearId: year.id, name: '', firstOn: '', lastOn: '', applyByOn: '', partOfId: null, mostStudents: null },
  }

/** Adds a block with its halves. */
export async function addBlock(me: Person, yearId: string, form: BlockForm, now = programNow()) {
  const { program } = await calendarRecord(me, yearId)
  const [id, days] = [newId(), program?.applyDaysBefore ?? 60]
  return changeCalendar(me, { yearId, version: form.version, block: id }, now, (before) =>
    withBlock(before, id, form, days),
  )
}

/** Stores a block with its halves; refused where people hold what it would move. */
export async function saveBlock(me: Person, yearId: string, blockId: string, form: BlockForm, now = programNow()) {
  const { applyDaysBefore: days } = await blockRecord(me, yearId, blockId)
  const edit = { yearId, version: form.version, block: blockId }
  return changeCalendar(me, edit, now, (before) => withBlock(before, blockId, form, days))
}

/** Removes a block with its halves, seats and windows. Throws 409 with who has or wishes for a place in it. */
export async function removeBlock(me: Person, yearId: string, blockId: string, now = programNow()) {
  const { block } = await blockRecord(me, yearId, blockId)
  const edit = { yearId, version: block.version }
  const refused = await changeCalendar(me, edit, now, (before) => ({
    ...before,
    blocks: before.blocks.filter(({ id, partOfId }) => id !== blockId && partOfId !== blockId),
  }))
  insistDone(refused)
  return { name: block.name, undo: await undoOf(me, KIND, yearId, block.version) }
}
