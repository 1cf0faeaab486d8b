import { overlapsOf, overlapText } from '#app/program/calendar'
import type { Block } from '#app/program/opening'
import { daysText } from '#app/ui/time'
import { addDays, dayAt, daysFrom } from '#app/workflow/day.server'

type Days = { firstOn: string; lastOn: string }
type Found = { block: Block; blocks: Block[]; year: Days; now: Date }
const WEEK_DAYS = 7

/** Where a block can move by whole weeks within its year, from tomorrow on; its own days stand among them. */
export function movesOf({ block, year, now }: Omit<Found, 'blocks'>): (Days & { label: string })[] {
  const least = -Math.floor(daysFrom(year.firstOn, block.firstOn) / WEEK_DAYS)
  const most = Math.floor(daysFrom(block.lastOn, year.lastOn) / WEEK_DAYS)
  return Array.from({ length: most - least + 1 }, (_, at) => (least + at) * WEEK_DAYS)
    .map((days) => ({ firstOn: addDays(block.firstOn, days), lastOn: addDays(block.lastOn, days) }))
    .filter(({ firstOn }) => firstOn > dayAt(now))
    .map((days) => ({ ...days, label: labelOf(days, block) }))
}

function labelOf({ firstOn, lastOn }: Days, block: Block): string {
  const weeks = daysFrom(block.firstOn, firstOn) / WEEK_DAYS
  const text = daysText(firstOn, lastOn, { year: true })
  if (weeks === 0) return `${text} (as it is)`
  const count = Math.abs(weeks) === 1 ? '1 week' : `${Math.abs(weeks)} weeks`
  return `${text} (${count} ${weeks < 0 ? 'earlier' : 'later'})`
}

/**
 * The dates there are to choose from, those chosen, and which blocks they newly overlap with, in words; why the block
 * can't move to what was chosen, "" when nothing was.
 */
export function moveOf(found: Found, to: string | null) {
  const options = movesOf(found)
  const chosen = options.find(({ firstOn }) => firstOn === to && firstOn !== found.block.firstOn) ?? null
  const refused = chosen || to === null ? null : refusedText(found, to)
  return { options, chosen, refused, overlaps: chosen ? newOverlaps(found, chosen) : [] }
}

function refusedText({ block, now }: Found, to: string): string {
  if (to === '') return 'Choose new dates first.'
  if (to === block.firstOn) return `Block ${block.name} has these dates already. Choose other dates.`
  if (to <= dayAt(now)) return 'These dates have begun: a block moves only to days to come. Choose other dates.'
  return 'A block moves by whole weeks within its year. Choose other dates.'
}

function newOverlaps({ block, blocks }: Found, { firstOn, lastOn }: Days): string[] {
  const then = blocks.map((it) => (it.id === block.id ? { ...it, firstOn, lastOn } : it))
  const known = overlapsOf(blocks).map(overlapText)
  return overlapsOf(then)
    .map(overlapText)
    .filter((text) => !known.includes(text))
}
