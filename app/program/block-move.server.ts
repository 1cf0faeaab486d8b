import { recordChange } from '#app/workflow/changes.server'
import { addDays } from '#app/workflow/day.server'
import { conflict } from '#app/workflow/refusal'
import type { Tx } from '#db/client'
import type { Actor } from '#db/schema/people/actors'
import { type Calendar, flawsOf } from './calendar'
import { differencesOf } from './calendar-changes.server'
import { calendarIn, KIND } from './calendar-record.server'
import { storeCalendar } from './calendar-store.server'

/** The calendar with this block and its halves so many days later; the days to apply by move with them. */
export const shifted = <T extends Pick<Calendar, 'blocks'>>(before: T, blockId: string, days: number): T => ({
  ...before,
  blocks: before.blocks.map((it) =>
    it.id === blockId || it.partOfId === blockId
      ? {
          ...it,
          firstOn: addDays(it.firstOn, days),
          lastOn: addDays(it.lastOn, days),
          applyByOn: addDays(it.applyByOn, days),
        }
      : it,
  ),
})

type Moving = { yearId: string; blockId: string; days: number }

/** Moves a block inside the write that asks its students again. Throws 409 with what the calendar forbids. */
export async function moveBlock(tx: Tx, me: Actor, { yearId, blockId, days }: Moving, now: Date): Promise<void> {
  const before = await calendarIn(tx, yearId)
  const after = shifted(before, blockId, days)
  const [flaw] = flawsOf(after)
  if (flaw) throw conflict(`${flaw.say}.`)
  await storeCalendar(tx, before, after)
  await recordChange(tx, me, { kind: KIND, id: yearId, changes: differencesOf(before, after) }, now)
}
