/** lower ≤ Σ values·x ≤ upper over some columns, all whole numbers; values are 1 where none are given. */
export type Row = { name: string; columns: number[]; values?: number[]; lower?: number; upper: number }
/** What is minimized in this stage: whole-number costs a column, and what costs whether or not anything is chosen. */
export type Stage = { part: string; unit: string; costs: Float64Array; constant: number }

/**
 * Choose columns (0 or 1) under the rows, so that the first stage costs least; among all answers as good, so that the
 * second does; and so on.
 */
export type Staged = { columns: number; rows: Row[]; stages: Stage[] }

/** What a stage came to, and the least it could have come to: equal when proven; null when time ran out before it. */
export type StageValue = { part: string; value: number; bound: number | null; unit: string }
/** `x` is 0 or 1 a column. */
export type Solved = { x: Uint8Array; stages: StageValue[]; status: 'optimal' | 'time-limit' }

/** What if these rows had room for one more, or this column had to be chosen? */
export type Change = { raise?: number[]; choose?: number }
/** Undefined when time ran out before there was any answer in whole numbers. */
export type Solve = (change?: Change) => Solved | undefined

export type Limits = {
  /** Milliseconds for all stages of all answers together. */
  timeLimit: number
  /** Called before each stage with the share done, 0–1. */
  progress?: (share: number) => void
}

/** Costs are whole numbers, so anything smaller than this is the solver's arithmetic. */
export const TOLERANCE = 1e-6
/** Whether two sums of costs are the same: they may be large, and no corner's fractions are as small as this. */
export const isEqual = (one: number, other: number) => Math.abs(one - other) < 1e-3
export const isWhole = (x: Float64Array | number[]) =>
  x.every((value) => Math.abs(value - Math.round(value)) < TOLERANCE)

/** What a row's columns sum to in an answer. */
export const activityOf = ({ columns, values }: Row, x: ArrayLike<number>): number =>
  columns.reduce((sum, column, at) => sum + (values?.[at] ?? 1) * x[column], 0)

/** The rows that an answer breaks: in our own arithmetic, whatever the solver says of itself. */
export const brokenRows = (rows: Row[], x: ArrayLike<number>): Row[] =>
  rows.filter((row) => {
    const activity = activityOf(row, x)
    return activity > row.upper || activity < (row.lower ?? Number.NEGATIVE_INFINITY)
  })

export const costOf = ({ costs, constant }: Stage, x: ArrayLike<number>): number =>
  costs.reduce((sum, cost, column) => sum + cost * x[column], constant)
