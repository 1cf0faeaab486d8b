import { OneMore } from '#app/solve/one-more.server'
import type { Worth } from '#db/schema/assign/proposals'
import type { Ask } from './optimum.server'
import { type Outcome, outcomeOf } from './outcome'
import { parts } from './proposal'
import { movedBetween } from './trades.server'

/**
 * What one more seat in each full opening would change, with as few moved as can be, the most useful first: by solving
 * again (never by duals alone: engine.md section 4). Openings where a seat changes nothing are left out.
 */
export function worthOfSeats(ask: Ask): Worth[] {
  const { outcome, until, progress } = ask
  const { limits } = outcome.model
  const full = Array.from(limits.keys()).filter(
    (at) => limits[at].rule === 'seats-opening' && outcome.activity[at] >= limits[at].upper,
  )
  const seats = seatsOf(ask)
  try {
    return full
      .flatMap((at, done) => {
        if (Date.now() > until) return []
        progress(done / full.length)
        const then = seats.in(at) ?? ask.again({ raise: [at] })
        if (!then) return []
        return [{ openingId: limits[at].at, ...changed(outcome, outcomeOf(outcome.model, then)) }]
      })
      .filter(({ places, improves }) => places > 0 || improves > 0)
      .sort((a, b) => b.places - a.places || b.improves - a.improves || (a.openingId < b.openingId ? -1 : 1))
  } finally {
    seats.close()
  }
}

function changed(now: Outcome, then: Outcome): Pick<Worth, 'places' | 'improves'> {
  const moved = movedBetween(now, then)
  const places = moved.filter(({ from }) => from === null).length - moved.filter(({ to }) => to === null).length
  const improves = moved.filter(({ from, to }) => from !== null && to !== null && to < from).length
  return { places, improves }
}

/** The same stages up to how many are placed; then, not the ties, but that as many as can be stay where they are. */
function seatsOf({ solver, staged, outcome, until }: Ask): OneMore {
  const { candidates, limits } = outcome.model
  const x = new Uint8Array(candidates.length)
  for (const column of outcome.chosen.values()) x[column] = 1
  const through = staged.stages.findIndex(({ part }) => part === parts.placed)
  const costs = staged.stages.slice(0, through).map((stage) => stage.costs.subarray(0, candidates.length))
  const placed = Float64Array.from(x, (stays) => -(outcome.chosen.size + 2) - stays)
  return new OneMore(solver, { columns: candidates.length, rows: limits, costs: [...costs, placed] }, x, until)
}
