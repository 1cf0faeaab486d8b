import { daysText, dayText } from '#app/ui/time'
import type { AssignFacts, Breach, Opening, Rule, Seat } from './arrangement'

type Stay = { seat: Seat; opening: Opening }

function stays({ openings, seats }: AssignFacts): Stay[] {
  const byId = new Map(openings.map((opening) => [opening.id, opening]))
  return seats.flatMap((seat) => {
    const opening = byId.get(seat.openingId)
    return opening ? [{ seat, opening }] : []
  })
}

const over = (rule: string, at: string, held: Stay[], most: number, says: string): Breach[] =>
  held.length > most
    ? [{ rule, at, concerns: held.map((stay) => stay.seat.studentId), says, by: held.length - most, unit: 'seats' }]
    : []

const seatsOpening: Rule<AssignFacts> = {
  name: 'seats-opening',
  hard: true,
  check: (facts) =>
    facts.openings.flatMap(({ id, seats }) => {
      const held = stays(facts).filter((stay) => stay.opening.id === id)
      return over('seats-opening', id, held, seats, `Full: ${seats} of ${seats}`)
    }),
}

const seatsBlock: Rule<AssignFacts> = {
  name: 'seats-block',
  hard: true,
  check: (facts) => {
    const blocks = new Map(facts.openings.map(({ block }) => [block.id, block]))
    return [...blocks.values()].flatMap(({ id, name, seats }) => {
      const held = stays(facts).filter((stay) => stay.opening.block.id === id)
      return seats === null
        ? []
        : over('seats-block', id, held, seats, `Block ${name} is full: ${seats} students at most`)
    })
  },
}

export type Crowd = { first: string; last: string; held: Stay[] }

/**
 * The days on which a service holds this many students or more, over all overlapping blocks and clerkships.
 * Counted on each stay's first day, where a count can rise; it lasts at least until the first of them leaves.
 */
export function crowds(facts: AssignFacts, serviceId: string, least: number): Crowd[] {
  const here = stays(facts).filter((stay) => stay.opening.service.id === serviceId)
  const firsts = [...new Set(here.map((stay) => stay.opening.block.first))].sort()
  return firsts.flatMap((first) => {
    const held = here.filter(({ opening: { block } }) => block.first <= first && first <= block.last)
    const last = held.map(({ opening: { block } }) => block.last).sort()[0]
    return held.length >= least ? [{ first, last, held }] : []
  })
}

const seatsDay: Rule<AssignFacts> = {
  name: 'seats-day',
  hard: true,
  check: (facts) => {
    const services = new Map(facts.openings.map(({ service }) => [service.id, service]))
    return [...services.values()].flatMap(({ id, name, most }) =>
      crowds(facts, id, most + 1).flatMap(({ first, last, held }) =>
        over('seats-day', `${id} ${first}`, held, most, `${name} is full ${daysText(first, last)}: ${most} at once`),
      ),
    )
  },
}

/** Until the day, seats held for affiliated schools are not given to others. */
const heldSeats: Rule<AssignFacts> = {
  name: 'held-seats',
  hard: true,
  check: (facts) =>
    facts.openings.flatMap(({ id, seats, held }) => {
      if (!held || facts.today > held.until) return []
      const others = stays(facts).filter((stay) => stay.opening.id === id && !stay.seat.isAffiliated)
      return over('held-seats', id, others, seats - held.seats, `Held for affiliates until ${dayText(held.until)}`)
    }),
}

/** What forbids a seat because of who else is placed. Held seats come first: a held seat is not a full one. */
export const seatRules = [heldSeats, seatsOpening, seatsBlock, seatsDay]
