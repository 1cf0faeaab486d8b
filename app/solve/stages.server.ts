import { type Answer, highs } from './highs.server'
import { Problem } from './problem.server'
import {
  brokenRows,
  type Change,
  costOf,
  isWhole,
  type Limits,
  type Row,
  type Solve,
  type Solved,
  type Stage,
  type Staged,
  type StageValue,
  TOLERANCE,
} from './staged'

/**
 * Solves the stages one on the optimal face of the other (engine.md section 5): a linear program each, in whole numbers
 * only where its corner is fractional; then whatever would cost more than the gap is fixed. Exact.
 * Throws when the rows cannot be kept at all, or when time ran out before there was any answer in whole numbers.
 */
export const solveStages = (staged: Staged, limits: Limits): Promise<Solved> =>
  withProblem(staged, limits, (solve) => solve() ?? tooLate())

/** Throws that there is no answer to show. */
export function tooLate(): never {
  throw new Error('Time ran out before there was any answer')
}

/** The same, kept warm for more questions: each starts from where the first one's stages ended. */
export async function withProblem<T>(staged: Staged, limits: Limits, ask: (solve: Solve) => T): Promise<T> {
  if (staged.columns === 0) return ask(() => ({ x: new Uint8Array(), stages: staged.stages.map(empty), status }))
  const problem = new Problem(await highs(), staged, Date.now() + limits.timeLimit)
  let isFresh = true
  try {
    return ask((change = {}) => {
      if (!isFresh || change.choose !== undefined || change.raise) problem.restart(change)
      const progress = isFresh ? limits.progress : undefined
      isFresh = false
      return solve(problem, changed(staged, change), progress)
    })
  } finally {
    problem.close()
  }
}

const status = 'optimal' as const
const empty = ({ part, unit, constant }: Stage): StageValue => ({ part, unit, value: constant, bound: constant })
const changed = (staged: Staged, { raise }: Change): Staged =>
  raise ? { ...staged, rows: staged.rows.map((row, at) => (raise.includes(at) ? raised(row) : row)) } : staged
const raised = (row: Row): Row => ({ ...row, upper: row.upper + 1 })

function solve(problem: Problem, { rows, stages }: Staged, progress: Limits['progress']): Solved | undefined {
  const values: StageValue[] = []
  let best: Uint8Array | undefined
  let isProven = true
  for (const [at, stage] of stages.entries()) {
    progress?.(at / stages.length)
    const found: Found | undefined = isProven ? solveStage(problem, stage, at) : undefined
    isProven = found?.isProven ?? false
    if (found) best = roundedIn(rows, found.x)
    if (!best) return undefined
    const value = costOf(stage, best)
    values.push({ part: stage.part, unit: stage.unit, value, bound: isProven ? value : (found?.bound ?? null) })
  }
  if (!best) throw new Error('There is no stage')
  return { x: best, stages: values, status: isProven ? status : 'time-limit' }
}

type Found = { x: Float64Array; bound: number; isProven: boolean }

/** The best of one stage; leaves the problem on that stage's optimal face. */
function solveStage(problem: Problem, stage: Stage, at: number): Found | undefined {
  problem.cost(stage.costs)
  const relaxed = problem.relaxed(at)
  if (!relaxed?.isProven) return undefined
  const bound = Math.ceil(relaxed.value - TOLERANCE) + stage.constant
  if (isWhole(relaxed.x)) {
    fix(problem, relaxed, 0)
    return { x: relaxed.x, bound, isProven: true }
  }
  const whole = problem.whole(relaxed)
  if (!whole) return undefined
  if (!whole.isProven) return { x: whole.x, bound, isProven: false }
  const value = Math.round(whole.value)
  const gap = value - relaxed.value
  fix(problem, relaxed, gap)
  if (gap > TOLERANCE) problem.limit(stage.costs, value)
  return { x: whole.x, bound: value + stage.constant, isProven: true }
}

/** Fixes each column and row that no answer within `gap` of the relaxed best moves: its dual says what moving costs. */
function fix(problem: Problem, { x, columnDuals, rowDuals }: Answer, gap: number): void {
  const { columns, rows } = problem
  for (const [column, dual] of columnDuals.entries())
    if (Math.abs(dual) > gap + TOLERANCE) columns.lower[column] = columns.upper[column] = Math.round(x[column])
  for (let row = 0; row < rows.lower.length; row++) {
    if (Math.abs(rowDuals[row]) <= gap + TOLERANCE) continue
    if (rowDuals[row] < 0) rows.lower[row] = rows.upper[row]
    else rows.upper[row] = rows.lower[row]
  }
  problem.bind()
}

function roundedIn(rows: Staged['rows'], x: Float64Array): Uint8Array {
  const rounded = Uint8Array.from(x, Math.round)
  const [broken] = brokenRows(rows, rounded)
  if (broken) throw new Error(`The solver's answer breaks ${broken.name}`)
  return rounded
}
