import { cutting, envy, exact, sameAnswer } from './assign-answer'
import { lostSeat } from './assign-lost-seat'
import { firstTier } from './assign-serial'
import { besideChain, besidePlain, eventLoop, growth, worth } from './assign-time'
import type { Figure } from './figure'

/** The bars of the proposal, by their number in engine.md section 8; 5 and 6 come from the same runs. */
const bars: Record<string, () => Promise<Figure[]>> = {
  1: exact,
  2: besidePlain,
  3: besideChain,
  4: firstTier,
  5: growth,
  7: cutting,
  8: envy,
  9: lostSeat,
  10: sameAnswer,
  11: worth,
  15: eventLoop,
}

/** What a proposal costs and is worth, on generated seasons: all bars, or those whose numbers are given. */
export async function* benchAssign(numbers: string[]): AsyncGenerator<Figure> {
  for (const [number, measure] of Object.entries(bars))
    if (numbers.length === 0 || numbers.includes(number)) yield* await measure()
}
