import type { Candidate } from './arrangement'
import type { Model } from './model'

/** Where everybody goes: the chosen column of each student, undefined without a place. */
export type Outcome = { model: Model; chosen: Map<string, number>; activity: number[] }

/** Reads an answer of the solver, or of the serial order. */
export function outcomeOf(model: Model, x: ArrayLike<number>): Outcome {
  const chosen = new Map<string, number>()
  for (const [column, { student }] of model.candidates.entries()) if (x[column] === 1) chosen.set(student.id, column)
  const activity = model.limits.map(({ columns }) => columns.filter((column) => x[column] === 1).length)
  return { model, chosen, activity }
}

/** The limits that hold each column, by column. */
export function limitsBy({ candidates, limits }: Model): number[][] {
  const by: number[][] = candidates.map(() => [])
  for (const [at, { columns }] of limits.entries()) for (const column of columns) by[column].push(at)
  return by
}

/** Who takes a limit: the chosen columns, and how many of them each tier has, open offers apart. */
export type Takers = { columns: number[]; tiers: number[] }

export function takersBy({ model, chosen }: Outcome, limits: number[][]): Takers[] {
  const by: Takers[] = model.limits.map(() => ({ columns: [], tiers: [] }))
  for (const column of chosen.values())
    for (const at of limits[column]) {
      const { tier } = model.candidates[column].student
      by[at].columns.push(column)
      if (!isOffer(model, model.candidates[column])) by[at].tiers[tier] = (by[at].tiers[tier] ?? 0) + 1
    }
  return by
}

export const placeOf = ({ model, chosen }: Outcome, studentId: string): Candidate | undefined => {
  const column = chosen.get(studentId)
  return column === undefined ? undefined : model.candidates[column]
}

/** Each student's columns, best first. */
export function columnsBy({ candidates }: Model): Map<string, number[]> {
  const by = new Map<string, number[]>()
  for (const [column, { student }] of candidates.entries()) {
    const mine = by.get(student.id)
    if (mine) mine.push(column)
    else by.set(student.id, [column])
  }
  return by
}

/** Whether this column is an open offer, which stays where it can. */
export function isOffer({ movable }: Model, { student, opening }: Candidate): boolean {
  const seat = movable.get(student.id)
  return seat?.holds === 'offer' && seat.openingId === opening.id
}
