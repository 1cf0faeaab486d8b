import { listText } from '#app/ui/list-text'
import { daysText, dayText } from '#app/ui/time'
import type { Fate } from './block-change'
import { placementTags } from './placement'
import { lower, placeText } from './standing'
import type { Touched } from './touched.server'

export type FateLine = {
  id: string
  studentId: string
  name: string
  place: string
  state: string
  fate: Fate
  says: string
  alternates: { id: string; label: string }[]
}

/** What becomes of one place, in words. */
export const fateLine = ({ it, fate, why, replyByOn, alternates }: Touched): FateLine => ({
  ...{ id: it.placement.id, studentId: it.student.id, name: it.student.name, fate },
  place: `Block ${it.block.name}, ${lower(it.service.name)}`,
  state: placementTags[it.placement.status].label,
  says: saidOf(fate, why, replyByOn),
  alternates: alternates.map(({ id, block, service }) => ({
    id,
    label: capital(placeText({ block: { name: block.name, firstOn: block.first, lastOn: block.last }, service })),
  })),
})

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function saidOf(fate: Fate, why: string | null, day: string | null): string {
  if (fate === 'is removed') return why ? `The draft is removed: ${lower(why)}` : 'The draft is removed'
  if (fate === 'stays a draft') return 'The draft moves along'
  if (fate === 'keeps the place') return 'Keeps the place on the new days, and is told'
  if (fate === 'is asked again') return `Is asked again, until ${dayText(day!, { weekday: true })}`
  return why ? `Loses the place: ${lower(why)}` : 'Loses the place, and can be placed again'
}

type Days = { firstOn: string; lastOn: string }

/** "It moves from February 1 – 26 to February 8 – March 5." */
export const movesText = (was: Days, is: Days) =>
  `It moves from ${daysText(was.firstOn, was.lastOn)} to ${daysText(is.firstOn, is.lastOn)}.`

/** "2 students are asked again, 1 loses the place." */
export function fatesText(lines: Pick<FateLine, 'fate'>[]): string {
  const said: [Fate, string, string][] = [
    ['is asked again', 'is asked again', 'are asked again'],
    ['keeps the place', 'keeps the place', 'keep their place'],
    ['loses the place', 'loses the place', 'lose their place'],
  ]
  const parts = said.flatMap(([fate, one, many]) => {
    const n = lines.filter((line) => line.fate === fate).length
    return n === 0 ? [] : [`${n} ${n === 1 ? 'student' : 'students'} ${n === 1 ? one : many}`]
  })
  return parts.length > 0 ? `${listText(parts)}.` : 'Nobody has to be told.'
}
