import type { Person } from '#db/schema/people/actors'

/** What is to become of a block that people hold places in: `to` is its new first day, null when it is cancelled. */
export type BlockChange = {
  yearId: string
  blockId: string
  name: string
  to: string | null
  /** What the students read. */
  reason: string
  /** By placement, the opening that is offered instead to whoever loses the place. */
  instead: Record<string, string>
  by: Person
}

/** The name of the work that carries it out once its undo has passed. */
export const CHANGING = 'change a block'

/** What becomes of somebody's place. */
export type Fate = 'stays a draft' | 'is removed' | 'is asked again' | 'keeps the place' | 'loses the place'
