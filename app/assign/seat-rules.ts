import { daysText, dayText } from '#app/ui/time'
import type { AssignFacts, Opening, Rule, Stay } from './arrangement'
import { counting, staysOf } from './counting'

const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((it) => [it.id, it]))
const startsIn = ({ opening }: Stay) => opening.block.first
const covers = ({ block }: Opening, day: string) => block.first <= day && day <= block.last
/** The days, in order, on which one of these stays begins: where a count can rise. */
export const firstDays = (stays: Stay[]): string[] => [...new Set(stays.map(startsIn))].sort()

/** What an opening says whose seats were taken away, as by the cancellation of its block. */
export const NO_SEATS = 'No seats here'

const seatsOpening = counting({
  name: 'seats-opening',
  unit: 'seats',
  tally: ({ openings }) => {
    const seats = new Map(openings.map((it) => [it.id, it.seats]))
    return {
      keys: ({ opening }) => [opening.id],
      most: (id) => seats.get(id) ?? 0,
      says: (id) => (seats.get(id) ? `Full: ${seats.get(id)} of ${seats.get(id)}` : NO_SEATS),
    }
  },
})

const seatsBlock = counting({
  name: 'seats-block',
  unit: 'seats',
  tally: ({ openings }) => {
    const blocks = byId(openings.map(({ block }) => block))
    return {
      keys: ({ opening: { block } }) => (block.seats === null ? [] : [block.id]),
      most: (id) => blocks.get(id)?.seats ?? 0,
      says: (id) => `Block ${blocks.get(id)?.name} is full: ${blocks.get(id)?.seats} students at most`,
    }
  },
})

export type Crowd = { first: string; last: string; held: Stay[] }

/**
 * The days on which a service holds this many students or more, over all overlapping blocks and clerkships.
 * Counted on each stay's first day, where a count can rise; it lasts at least until the first of them leaves.
 */
export function crowds(facts: AssignFacts, serviceId: string, least: number): Crowd[] {
  const here = staysOf(facts).filter((stay) => stay.opening.service.id === serviceId)
  return firstDays(here).flatMap((first) => {
    const held = here.filter(({ opening }) => covers(opening, first))
    return held.length >= least ? [{ first, last: firstLeaving(held), held }] : []
  })
}

const firstLeaving = (held: Stay[]) => held.map(({ opening: { block } }) => block.last).sort()[0]
const DAY = ' on '

const seatsDay = counting({
  name: 'seats-day',
  unit: 'seats',
  tally: ({ openings }, stays) => {
    const services = byId(openings.map(({ service }) => service))
    const days = daysBy(stays, ({ opening }) => opening.service.id)
    return {
      keys: ({ opening }) =>
        (days.get(opening.service.id) ?? [])
          .filter((day) => covers(opening, day))
          .map((day) => `${opening.service.id}${DAY}${day}`),
      most: (at) => services.get(at.split(DAY)[0])?.most ?? 0,
      says: (at, held) => {
        const [id, first] = at.split(DAY)
        const { name, most } = services.get(id)!
        return `${name} is full ${daysText(first, firstLeaving(held))}: ${most} at once`
      },
    }
  },
})

/** For each group of stays, the days on which one of them begins. */
export function daysBy(stays: Stay[], groupOf: (stay: Stay) => string): Map<string, string[]> {
  const groups = new Map<string, Set<string>>()
  for (const stay of stays) {
    const id = groupOf(stay)
    const days = groups.get(id) ?? new Set()
    groups.set(id, days.add(stay.opening.block.first))
  }
  return new Map([...groups].map(([id, days]) => [id, [...days].sort()]))
}

/** Until the day, seats held for affiliated schools are not given to others. */
const heldSeats = counting({
  name: 'held-seats',
  unit: 'seats',
  tally: ({ openings, today }) => {
    const held = byId(openings.filter((it) => it.held && today <= it.held.until))
    return {
      keys: ({ opening, seat }) => (held.has(opening.id) && !seat.isAffiliated ? [opening.id] : []),
      most: (id) => Math.max(0, held.get(id)!.seats - held.get(id)!.held!.seats),
      says: (id) => `Held for affiliates until ${dayText(held.get(id)!.held!.until)}`,
    }
  },
})

/** At most so many students of one school in a block, where the program says so. */
const schoolCap = counting({
  name: 'school-cap',
  unit: 'seats',
  tally: ({ openings, mostOfASchool }) => {
    const blocks = byId(openings.map(({ block }) => block))
    return {
      keys: ({ opening, seat }) =>
        mostOfASchool === null || seat.schoolId === null ? [] : [`${opening.block.id}${DAY}${seat.schoolId}`],
      most: () => mostOfASchool ?? 0,
      says: (at) =>
        `Block ${blocks.get(at.split(DAY)[0])?.name} has ${mostOfASchool} of this school, the most it takes`,
    }
  },
})

/** What forbids a seat because of who else is placed. Held seats come first: a held seat is not a full one. */
export const seatRules: Rule[] = [heldSeats, seatsOpening, seatsBlock, seatsDay, schoolCap]
