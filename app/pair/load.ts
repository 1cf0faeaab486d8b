import type { Pairing, Span } from './pairing'

/** Who is with whom when: each supervisor's placements on each day. */
export type Loads = Map<string, Map<string, Set<string>>>

/** Every pairing once, on the days that `daysOf` gives it. */
export function loadsOf(pairings: Pairing[], daysOf: (span: Span) => string[]): Loads {
  const loads: Loads = new Map()
  for (const pairing of pairings) {
    const theirs = loads.get(pairing.supervisorId) ?? new Map<string, Set<string>>()
    loads.set(pairing.supervisorId, theirs)
    for (const day of daysOf(pairing)) theirs.set(day, (theirs.get(day) ?? new Set()).add(pairing.placementId))
  }
  return loads
}

/** How many students a supervisor has on the fullest of these days, without the one of `apart`. */
export function loadOn(loads: Loads, supervisorId: string, days: string[], apart = ''): number {
  const theirs = loads.get(supervisorId)
  const on = (day: string) => {
    const placements = theirs?.get(day)
    return placements ? placements.size - Number(placements.has(apart)) : 0
  }
  return Math.max(0, ...days.map(on))
}
