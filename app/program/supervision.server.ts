import { daysText } from '#app/ui/time'
import { daysBetween, weekdayOf } from '#app/workflow/day.server'
import type { read } from '#db/client'
import { publishedPairings } from '#db/views'
import type { Duty, Rewritten } from './duty-range.server'

type From = Pick<typeof read, 'select'>
export type Unsupervised = { student: string; blockId: string; firstOn: string; lastOn: string }

/** Published pairings that would lose their supervisor's duty, each with the days on which that would be so. */
export async function unsupervised(from: From, { before, after }: Rewritten): Promise<Unsupervised[]> {
  const gone = before.filter(({ kind }) => kind === 'duty')
  if (gone.length === 0) return []
  const people = [...new Set(gone.map(({ personId }) => personId))]
  const [first] = gone.map(({ firstOn }) => firstOn).sort()
  const last = gone
    .map(({ lastOn }) => lastOn)
    .sort()
    .at(-1)!
  const pairings = await publishedPairings(from, people, first, last)
  return pairings.flatMap((pairing) => {
    const isOn = (rows: Duty[], day: string) =>
      rows.some((it) => it.personId === pairing.personId && it.serviceId === pairing.serviceId && covers(it, day))
    const lost = daysBetween(pairing.firstOn, pairing.lastOn).filter(
      (day) => weekdayOf(day) <= 5 && isOn(gone, day) && !isOn(after, day),
    )
    const { student, blockId } = pairing
    return lost.length > 0 ? [{ student, blockId, firstOn: lost[0], lastOn: lost[lost.length - 1] }] : []
  })
}

const covers = ({ firstOn, lastOn }: Duty, day: string) => firstOn <= day && day <= lastOn

/** "Jonah Weiss, November 24 – 27; …": whose weeks would have no supervisor on the service. */
export const unsupervisedText = (lost: Unsupervised[]): string =>
  lost.map(({ student, firstOn, lastOn }) => `${student}, ${daysText(firstOn, lastOn)}`).join('; ')
