import { addDays } from '#app/workflow/day.server'
import { newId } from '#db/schema/columns'
import type { AcademicYear, Calendar, Holiday } from './calendar'
import { wholeBlocks } from './calendar'
import { holidayIn, observedOn } from './holiday.server'
import type { Block } from './opening'

const WEEKS = [52, 53, 51]

type Copied = { blocks: Block[]; holidays: Holiday[]; weeks: number; leftOut: Block[] }

/**
 * Last year's blocks moved to the same weekdays of this year: by 52 weeks, or by 53 or 51 where fewer would then lie
 * outside it. Halves stay halves; apply-by days are worked out anew; what lies outside is left out.
 */
export function copiedFrom(last: Calendar, year: AcademicYear, applyDaysBefore: number): Copied {
  const tries = WEEKS.map((weeks) => ({ weeks, moved: movedBy(last.blocks, year, weeks, applyDaysBefore) }))
  const fewest = Math.min(...tries.map(({ moved }) => outside(moved, year).length))
  const { weeks, moved } = tries.find((one) => outside(one.moved, year).length === fewest) ?? tries[0]
  const leftOut = wholeBlocks(outside(moved, year))
  const isKept = ({ id, partOfId }: Block) => !leftOut.some((it) => it.id === id || it.id === partOfId)
  return { blocks: moved.filter(isKept), holidays: holidaysFor(last.holidays, year), weeks, leftOut }
}

const outside = (blocks: Block[], { firstOn, lastOn }: AcademicYear) =>
  blocks.filter((block) => block.firstOn < firstOn || block.lastOn > lastOn)

function movedBy(blocks: Block[], { id: yearId }: AcademicYear, weeks: number, applyDaysBefore: number): Block[] {
  const ids = new Map(blocks.map(({ id }) => [id, newId()]))
  const moved = (on: string) => addDays(on, weeks * 7)
  return blocks.map((block) => ({
    ...block,
    id: ids.get(block.id)!,
    yearId,
    partOfId: block.partOfId && ids.get(block.partOfId)!,
    firstOn: moved(block.firstOn),
    lastOn: moved(block.lastOn),
    applyByOn: addDays(moved(block.firstOn), -applyDaysBefore),
  }))
}

/** A holiday that the law names falls on its own day each year; any other keeps its weekday. */
function holidaysFor(holidays: Holiday[], { firstOn, lastOn }: AcademicYear): Holiday[] {
  const days = new Map(
    holidays.flatMap(({ on, name }) => {
      const next = nextOf({ on, name }, firstOn, lastOn)
      return next.on >= firstOn && next.on <= lastOn ? [[next.on, next]] : []
    }),
  )
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

function nextOf({ on, name }: Holiday, firstOn: string, lastOn: string): Holiday {
  const law = holidayIn(on)
  if (!law) return { on: addDays(on, 364), name }
  const years = [firstOn, lastOn].map((day) => Number(day.slice(0, 4)))
  const days = years.flatMap((it) => [it, it + 1]).map((year) => observedOn(law, year))
  const found = days.find(({ on: day }) => day >= firstOn && day <= lastOn) ?? days[0]
  const plain = name.replace(/, observed$/, '')
  return { on: found.on, name: found.isMoved ? `${plain}, observed` : plain }
}
