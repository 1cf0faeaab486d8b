import type { AssignFacts, Breach, Candidate, Limit, Rule, Stay } from './arrangement'
import { stayOf } from './seat'

/** What a rule counts: which counts a stay belongs to, how many each bears, and what to say when it is full. */
export type Tally = {
  keys: (stay: Stay) => string[]
  most: (key: string) => number
  says: (key: string, held: Stay[]) => string
}
export type Counted = {
  name: string
  unit: Breach['unit']
  /** One application counts once however often it is in a count: it is another rule's affair. */
  isByApplication?: boolean
  tally: (facts: AssignFacts, stays: Stay[]) => Tally
}

/** A rule that counts: what it checks and the rows it gives the solver come from the same counts. */
export const counting = (rule: Counted): Rule => ({
  name: rule.name,
  hard: true,
  check: (facts) => checkCounts(rule, facts),
  rows: (facts, candidates) => limitsOf(rule, facts, candidates),
})

function checkCounts({ name, unit, isByApplication, tally }: Counted, facts: AssignFacts): Breach[] {
  const stays = staysOf(facts)
  const { keys, most, says } = tally(facts, stays)
  return [...grouped(stays, keys)].flatMap(([at, held]) => {
    const by = countOf(held, isByApplication) - most(at)
    const concerns = [...new Set(held.map(({ seat }) => seat.studentId))].sort()
    return by > 0 ? [{ rule: name, at, concerns, says: says(at, held), by, unit }] : []
  })
}

function limitsOf({ name, isByApplication, tally }: Counted, facts: AssignFacts, candidates: Candidate[]): Limit[] {
  const fixed = staysOf(facts)
  const tried = candidates.map(({ student, opening }) => stayOf(student, opening))
  const { keys, most, says } = tally(facts, [...fixed, ...tried])
  const held = grouped(fixed, keys)
  const columns = grouped(Array.from(tried.keys()), (column) => keys(tried[column]))
  return [...columns].flatMap(([at, columns]) => {
    const here = held.get(at) ?? []
    const upper = Math.max(0, most(at) - countOf(here, isByApplication))
    if (
      countOf(
        columns.map((column) => tried[column]),
        isByApplication,
      ) <= upper
    )
      return []
    const all = [...here, ...columns.map((column) => tried[column])]
    return [{ rule: name, at, says: says(at, all), columns, upper, holders: here.map(({ seat }) => seat.studentId) }]
  })
}

const countOf = (held: Stay[], isByApplication?: boolean) =>
  isByApplication ? new Set(held.map(({ seat }) => seat.studentId)).size : held.length

/** The seats taken whose opening is known. */
export function staysOf({ openings, seats }: AssignFacts): Stay[] {
  const byId = new Map(openings.map((opening) => [opening.id, opening]))
  return seats.flatMap((seat) => {
    const opening = byId.get(seat.openingId)
    return opening ? [{ seat, opening }] : []
  })
}

/** The things by each of their keys, in their order. */
export function grouped<T>(list: T[], keys: (it: T) => string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const it of list)
    for (const key of keys(it)) {
      const group = groups.get(key)
      if (group) group.push(it)
      else groups.set(key, [it])
    }
  return groups
}
