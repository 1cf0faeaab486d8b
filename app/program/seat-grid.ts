import { dayText } from '#app/ui/time'
import type { openings, services } from '#db/schema/index'
import { weeksOf } from './calendar'
import type { Block, Clerkship } from './opening'
import { peakOf } from './peak'
import { daysUpTo } from './year'

export type OpeningRow = typeof openings.$inferSelect
type Service = Pick<typeof services.$inferSelect, 'id' | 'name' | 'mostStudents'>
/** A clerkship's seats in one block, by service, as they are typed; held ones go to anybody so many days before. */
export type SeatLine = { heldDays: number; seats: Record<string, number>; held: Record<string, number> }
/** The seats of a clerkship in a year, by block. */
export type SeatLines = Record<string, SeatLine>

export const isHeld = ({ held }: Pick<SeatLine, 'held'>) => Object.values(held).some((n) => n > 0)
export const seatKey = (blockId: string, serviceId: string) => `${blockId} ${serviceId}`

/** Until when seats are held where nobody has said otherwise. */
const HELD_DAYS = 90

/** The blocks that a clerkship is offered in: as long as it is, and those in which it has seats already. */
export function blocksFor({ weeks }: Pick<Clerkship, 'weeks'>, blocks: Block[], own: OpeningRow[]): Block[] {
  const taken = new Set(own.map(({ blockId }) => blockId))
  return blocks.filter((block) => weeksOf(block) === weeks || taken.has(block.id))
}

/** The seats as a form starts with them: a line a block, a number a service. */
export function linesOf(blocks: Block[], services: Pick<Service, 'id'>[], own: OpeningRow[]): SeatLines {
  return Object.fromEntries(
    blocks.map((block) => {
      const here = own.filter(({ blockId }) => blockId === block.id)
      const of = (id: string) => here.find(({ serviceId }) => serviceId === id)
      const until = here.find(({ heldSeats, heldUntilOn }) => heldSeats > 0 && heldUntilOn)?.heldUntilOn
      return [
        block.id,
        {
          heldDays: until ? daysUpTo(until, block.firstOn) : HELD_DAYS,
          seats: Object.fromEntries(services.map(({ id }) => [id, of(id)?.seats ?? 0])),
          held: Object.fromEntries(services.map(({ id }) => [id, of(id)?.heldSeats ?? 0])),
        },
      ]
    }),
  )
}

type Seated = { serviceId: string; seats: number; firstOn: string; lastOn: string }

/** Where a service has more seats on one day, over all clerkships, than students may be on it at once. */
export function overfullOf(services: Service[], seated: Seated[]): string[] {
  return services.flatMap(({ id, name, mostStudents }) => {
    const spans = seated.filter((it) => it.serviceId === id).flatMap((it) => Array.from({ length: it.seats }, () => it))
    const peak = peakOf(spans, '')
    if (!peak || peak.count <= mostStudents) return []
    const on = dayText(peak.on, { year: true })
    const most = mostStudents === 1 ? '1 student' : `${mostStudents} students`
    return [`${name} has ${peak.count} seats on ${on}, and holds at most ${most} at once.`]
  })
}

/** "20 seats, 2 of them held, 14 taken" */
export function totalText(lines: SeatLines, taken: Record<string, number>): string {
  const sum = (numbers: number[]) => numbers.reduce((all, n) => all + n, 0)
  const of = (key: 'seats' | 'held') => sum(Object.values(lines).flatMap((line) => Object.values(line[key])))
  const seats = of('seats')
  return `${seats} ${seats === 1 ? 'seat' : 'seats'}, ${of('held')} of them held, ${sum(Object.values(taken))} taken`
}
