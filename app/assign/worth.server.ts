import type { Worth } from '#db/schema/assign/proposals'
import type { Ask } from './optimum.server'
import { outcomeOf } from './outcome'
import { movedBetween } from './trades.server'

/**
 * What one more seat in each full opening would change, by solving again (never by duals: engine.md section 4), the
 * most useful first. Openings where a seat changes nothing are left out.
 */
export function worthOfSeats({ solve, outcome, until, progress }: Ask): Worth[] {
  const { limits } = outcome.model
  const full = Array.from(limits.keys()).filter(
    (at) => limits[at].rule === 'seats-opening' && outcome.activity[at] >= limits[at].upper,
  )
  return full
    .flatMap((at, done) => {
      if (Date.now() > until) return []
      progress(done / full.length)
      const moved = movedBetween(outcome, outcomeOf(outcome.model, solve({ raise: [at] }).x))
      const places = moved.filter(({ from }) => from === null).length - moved.filter(({ to }) => to === null).length
      const improves = moved.filter(({ from, to }) => from !== null && to !== null && to < from).length
      return [{ openingId: limits[at].at, places, improves }]
    })
    .filter(({ places, improves }) => places > 0 || improves > 0)
    .sort((a, b) => b.places - a.places || b.improves - a.improves || (a.openingId < b.openingId ? -1 : 1))
}
