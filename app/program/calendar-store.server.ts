import { eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client'
import { academicYears, blocks, holidays, openings, windows } from '#db/schema/index'
import type { Calendar } from './calendar'
import type { Block } from './opening'

/** Seats and windows of blocks that were removed: an undo puts them back. */
export type Kept = { openings: (typeof openings.$inferSelect)[]; windows: (typeof windows.$inferSelect)[] }

/** Stores how the calendar shall be; returns the seats and windows that went with removed blocks. */
export async function storeCalendar(tx: Tx, before: Calendar, after: Calendar & { kept?: Kept }): Promise<Kept> {
  const { id, ...year } = after.year
  await tx.update(academicYears).set(year).where(eq(academicYears.id, id))
  await storeHolidays(tx, before, after)
  const kept = await removeBlocks(tx, before, after)
  await updateBlocks(tx, before, after)
  const added = after.blocks.filter((block) => !before.blocks.some((old) => old.id === block.id))
  for (const block of halvesLast(added)) await tx.insert(blocks).values(block)
  await putBack(tx, added, after.kept)
  return kept
}

const halvesLast = (list: Block[]) =>
  [...list].sort((a, b) => Number(a.partOfId !== null) - Number(b.partOfId !== null))

async function storeHolidays(tx: Tx, { holidays: was }: Calendar, { holidays: is }: Calendar): Promise<void> {
  const days = was.map(({ on }) => on)
  if (days.length > 0) await tx.delete(holidays).where(inArray(holidays.on, days))
  if (is.length > 0) await tx.insert(holidays).values(is)
}

async function removeBlocks(tx: Tx, before: Calendar, after: Calendar): Promise<Kept> {
  const gone = before.blocks.filter((block) => !after.blocks.some(({ id }) => id === block.id))
  const ids = gone.map(({ id }) => id)
  if (ids.length === 0) return { openings: [], windows: [] }
  const kept = {
    openings: await tx.delete(openings).where(inArray(openings.blockId, ids)).returning(),
    windows: await tx.delete(windows).where(inArray(windows.blockId, ids)).returning(),
  }
  for (const { id } of halvesLast(gone).reverse()) await tx.delete(blocks).where(eq(blocks.id, id))
  return kept
}

/** A name that two blocks exchange is free in between: each renamed block first takes its id for a name. */
async function updateBlocks(tx: Tx, before: Calendar, after: Calendar): Promise<void> {
  const changed = after.blocks.flatMap((is) => {
    const was = before.blocks.find(({ id }) => id === is.id)
    return was && JSON.stringify(was) !== JSON.stringify(is) ? [{ was, is }] : []
  })
  for (const { is } of changed.filter(({ was, is }) => was.name !== is.name))
    await tx.update(blocks).set({ name: is.id }).where(eq(blocks.id, is.id))
  for (const { is } of changed) await tx.update(blocks).set(is).where(eq(blocks.id, is.id))
}

async function putBack(tx: Tx, added: Block[], kept?: Kept): Promise<void> {
  const isBack = ({ blockId }: { blockId: string }) => added.some(({ id }) => id === blockId)
  const own = { openings: kept?.openings.filter(isBack) ?? [], windows: kept?.windows.filter(isBack) ?? [] }
  if (own.openings.length > 0) await tx.insert(openings).values(own.openings)
  if (own.windows.length > 0) await tx.insert(windows).values(own.windows)
}
