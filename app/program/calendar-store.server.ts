import { eq, inArray } from 'drizzle-orm'
import { type Tx, together } from '#db/client'
import { academicYears, blocks, holidays, openings, windows } from '#db/schema/index'
import type { Calendar } from './calendar'
import type { Block } from './opening'

/** Seats and windows of blocks that were removed: an undo puts them back. */
export type Kept = { openings: (typeof openings.$inferSelect)[]; windows: (typeof windows.$inferSelect)[] }

/** Stores how the calendar shall be, at once; returns the seats and windows that went with removed blocks. */
export async function storeCalendar(tx: Tx, before: Calendar, after: Calendar & { kept?: Kept }): Promise<Kept> {
  const { id, ...year } = after.year
  const gone = before.blocks.filter((block) => !after.blocks.some((it) => it.id === block.id))
  const added = after.blocks.filter((block) => !before.blocks.some((it) => it.id === block.id))
  const ids = gone.map((block) => block.id)
  const [keptOpenings, keptWindows] = await together([
    tx.delete(openings).where(inArray(openings.blockId, ids)).returning(),
    tx.delete(windows).where(inArray(windows.blockId, ids)).returning(),
    tx.update(academicYears).set(year).where(eq(academicYears.id, id)),
    ...holidaysInPlace(tx, before, after),
    ...halvesLast(gone)
      .reverse()
      .map((block) => tx.delete(blocks).where(eq(blocks.id, block.id))),
    ...changed(tx, before, after),
    ...halvesLast(added).map((block) => tx.insert(blocks).values(block)),
    ...putBack(tx, added, after.kept),
  ])
  return { openings: keptOpenings, windows: keptWindows }
}

const halvesLast = (list: Block[]) =>
  [...list].sort((a, b) => Number(a.partOfId !== null) - Number(b.partOfId !== null))

const holidaysInPlace = (tx: Tx, { holidays: was }: Calendar, { holidays: is }: Calendar) => [
  ...was.map(({ on }) => tx.delete(holidays).where(eq(holidays.on, on))),
  ...is.map((holiday) => tx.insert(holidays).values(holiday)),
]

/** A name that two blocks exchange is free in between: each renamed block first takes its id for a name. */
function changed(tx: Tx, before: Calendar, after: Calendar) {
  const pairs = after.blocks.flatMap((is) => {
    const was = before.blocks.find(({ id }) => id === is.id)
    return was && JSON.stringify(was) !== JSON.stringify(is) ? [{ was, is }] : []
  })
  const renamed = pairs.filter(({ was, is }) => was.name !== is.name)
  return [
    ...renamed.map(({ is }) => tx.update(blocks).set({ name: is.id }).where(eq(blocks.id, is.id))),
    ...pairs.map(({ is }) => tx.update(blocks).set(is).where(eq(blocks.id, is.id))),
  ]
}

function putBack(tx: Tx, added: Block[], kept?: Kept) {
  const isBack = ({ blockId }: { blockId: string }) => added.some(({ id }) => id === blockId)
  return [
    ...(kept?.openings ?? []).filter(isBack).map((row) => tx.insert(openings).values(row)),
    ...(kept?.windows ?? []).filter(isBack).map((row) => tx.insert(windows).values(row)),
  ]
}
