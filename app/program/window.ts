import type { windows } from '#db/schema/index'
import type { Block, Clerkship } from './opening'

export type WindowRow = typeof windows.$inferSelect
/** A clerkship's date in a year as it is ticked: "clerkship.block". */
export const dateKey = ({ clerkshipId, blockId }: Pick<WindowRow, 'clerkshipId' | 'blockId'>) =>
  `${clerkshipId}.${blockId}`

export type OfferedDate = {
  key: string
  clerkship: Pick<Clerkship, 'id' | 'name'>
  block: Block
  seats: number
  opensAt: Date | null
}

type Seated = { clerkshipId: string; blockId: string; seats: number }

/** Every date that can be opened: blocks in which a clerkship has seats, and those that stand open already. */
export function datesOf(clerkships: Clerkship[], blocks: Block[], seated: Seated[], own: WindowRow[]): OfferedDate[] {
  return clerkships.flatMap((clerkship) =>
    blocks.flatMap((block) => {
      const is = (it: { clerkshipId: string; blockId: string }) =>
        it.clerkshipId === clerkship.id && it.blockId === block.id
      const window = own.find(is)
      const here = seated.filter(is)
      const seats = here.reduce((sum, it) => sum + it.seats, 0)
      if (!window && seats === 0) return []
      const key = dateKey({ clerkshipId: clerkship.id, blockId: block.id })
      return [{ key, clerkship, block, seats, opensAt: window?.opensAt ?? null }]
    }),
  )
}
