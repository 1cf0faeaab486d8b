import type { Permission } from './permissions'

/** A step of a noun: where it may start, where it ends, the permission it asks; `undo` names its inverse. */
export type Step<S extends string> = { from: readonly S[]; to: S; by: Permission; undo?: string }
export type Workflow<S extends string> = Record<string, Step<S>>

/** The names of the steps that start in this state. */
export function stepsFrom<S extends string, W extends Workflow<S>>(workflow: W, state: S): (keyof W & string)[] {
  return Object.keys(workflow).filter((step) => workflow[step].from.includes(state))
}
