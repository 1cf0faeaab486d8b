import { daysText, dayText } from '#app/ui/time'
import type { academicYears, holidays } from '#db/schema/index'
import { type Block, blocksText } from './opening'
import { daysUpTo } from './year'

export type AcademicYear = typeof academicYears.$inferSelect
export type Holiday = typeof holidays.$inferSelect
export type Calendar = { year: AcademicYear; blocks: Block[]; holidays: Holiday[] }

/** "2026–27" */
export const yearName = (id: string) => id.replace('-', '–\u2060')
/** "July 1, 2026 – June 30, 2027" */
export const yearDays = ({ firstOn, lastOn }: Span) =>
  `${dayText(firstOn, { year: true })} – ${dayText(lastOn, { year: true })}`
export const wholeBlocks = (blocks: Block[]) => blocks.filter(({ partOfId }) => partOfId === null)
export const halvesOf = (blocks: Block[], id: string) => blocks.filter(({ partOfId }) => partOfId === id)
/** Blocks begin on a Monday and end on a Friday: what is begun of a week counts whole. */
export const weeksOf = ({ firstOn, lastOn }: Pick<Block, 'firstOn' | 'lastOn'>) =>
  Math.ceil((daysUpTo(firstOn, lastOn) + 1) / 7)

type Span = { firstOn: string; lastOn: string }
export type Overlap = Span & { blocks: [Block, Block] }

/** The days that two spans share; null where there are none. */
export function sharedDays(a: Span, b: Span): Span | null {
  const firstOn = a.firstOn > b.firstOn ? a.firstOn : b.firstOn
  const lastOn = a.lastOn < b.lastOn ? a.lastOn : b.lastOn
  return firstOn <= lastOn ? { firstOn, lastOn } : null
}

/** Blocks that run at the same time, two by two: whole ones, and halves of the same block. */
export function overlapsOf(blocks: Block[]): Overlap[] {
  return blocks.flatMap((one, at) =>
    blocks.slice(at + 1).flatMap((other) => {
      const shared = one.partOfId === other.partOfId ? sharedDays(one, other) : null
      return shared ? [{ ...shared, blocks: [one, other] as [Block, Block] }] : []
    }),
  )
}

/** "Blocks 7 and 8 share January 18 – 29." */
export const overlapText = ({ blocks: [one, other], firstOn, lastOn }: Overlap) =>
  `${titled(blocksText([one.name, other.name]))} share ${daysText(firstOn, lastOn, { year: true })}.`

const titled = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

export type BlockField = 'name' | 'firstOn' | 'lastOn' | 'applyByOn' | 'mostStudents'
/** Why a calendar cannot be so: a sentence, and the field of the block that it stands under. */
export type Flaw = { blockId: string; field: BlockField; say: string }

/** What is wrong with the dates of a year: outside it, back to front, a half outside its block. */
export function flawsOf({ year, blocks }: Pick<Calendar, 'year' | 'blocks'>): Flaw[] {
  return blocks.flatMap((block) => {
    const flaw = (field: BlockField, say: string | false | undefined) =>
      say ? [{ blockId: block.id, field, say }] : []
    const whole = blocks.find(({ id }) => id === block.partOfId)
    return [
      ...flaw('name', isTwice(block, blocks) && `Two blocks are called ${block.name}: give each its own name`),
      ...flaw('lastOn', block.lastOn < block.firstOn && 'The last day must not be before the first'),
      ...flaw('firstOn', outside(block.firstOn, year)),
      ...flaw('lastOn', outside(block.lastOn, year)),
      ...flaw('firstOn', whole && outsideBlock(block.firstOn, whole)),
      ...flaw('lastOn', whole && outsideBlock(block.lastOn, whole)),
      ...flaw('applyByOn', block.applyByOn >= block.firstOn && 'Students must apply before the first day'),
    ]
  })
}

const isTwice = ({ id, name }: Block, blocks: Block[]) =>
  blocks.some((other) => other.id !== id && other.name.toLowerCase() === name.toLowerCase())

const outside = (on: string, year: Span) =>
  (on < year.firstOn || on > year.lastOn) &&
  `${dayText(on, { year: true })} is outside the academic year, ${yearDays(year)}`

const outsideBlock = (on: string, { name, firstOn, lastOn }: Block) =>
  (on < firstOn || on > lastOn) &&
  `${dayText(on, { year: true })} is outside block ${name}, ${daysText(firstOn, lastOn, { year: true })}`
