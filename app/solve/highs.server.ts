import loadHighs, { type Highs, type Model } from 'highs'

const home = globalThis as { portalHighs?: Promise<Highs> }
/** HiGHS, compiled once a thread. */
export function highs(): Promise<Highs> {
  home.portalHighs ??= loadHighs()
  return home.portalHighs
}

/** "HiGHS 1.15.3": another version may choose another equal answer, so it is kept beside what it chose. */
export const solverName = async (): Promise<string> => `HiGHS ${(await highs()).version.string}`

const OPTIMAL = 7
const INFEASIBLE = 8
const TIME_LIMIT = 13
export const INTEGER = 1
const LEAST_SECONDS = 0.001

/** `isProven`: nothing costs less. Duals are 0 where the answer was sought in whole numbers. */
export type Answer = {
  value: number
  x: Float64Array
  columnDuals: Float64Array
  rowDuals: Float64Array
  isProven: boolean
}
/** Which columns and rows are at a bound, and which between: where the solver stands. */
export type Corner = Pick<ReturnType<Model['getBasis']>, 'colStatus' | 'rowStatus'>

/**
 * Solves what is in the solver's memory; undefined when time runs out before there is any answer. Throws when the rows
 * cannot be kept, unless nothing was sure that they can: then it is undefined too.
 */
export function answerOf(model: Model, until: number, canBeKept = true): Answer | undefined {
  model.zeroAllClocks()
  model.options.set('time_limit', Math.max(LEAST_SECONDS, (until - Date.now()) / 1000))
  const { modelStatus } = model.run()
  if (modelStatus === INFEASIBLE && !canBeKept) return undefined
  if (modelStatus !== OPTIMAL && modelStatus !== TIME_LIMIT) throw new Error(`HiGHS ended with status ${modelStatus}`)
  const isProven = modelStatus === OPTIMAL
  if (!isProven && Number(model.info.get('primal_solution_status')) !== 2) return undefined
  const { colValue, colDual, rowDual } = model.getSolution()
  return { value: model.getObjectiveValue(), x: colValue, columnDuals: colDual, rowDuals: rowDual, isProven }
}
