import { listText } from '#app/ui/list-text'
import { dayText } from '#app/ui/time'

/** A date as the student sees it offered. */
export type ShownDate = {
  key: string
  name: string
  block: { id: string; name: string; firstOn: string; lastOn: string; closesAt: Date }
  problem: string | null
  seats: number
  taken: number
  asked: number
  heldUntilOn: string | null
  isListed: boolean
}

export const isFull = ({ seats, taken }: Pick<ShownDate, 'seats' | 'taken'>) => taken >= seats

/** "1 seat, 2 asked for it", "full", "held for affiliated schools until December 29". */
export function seatsText({ seats, taken, asked, heldUntilOn }: ShownDate): string {
  if (heldUntilOn) return `held for affiliated schools until ${dayText(heldUntilOn)}`
  if (isFull({ seats, taken })) return 'full'
  const left = seats - taken
  return `${left} ${left === 1 ? 'seat' : 'seats'}${asked ? `, ${asked} asked for it` : ''}`
}

/** "Block 8", "Blocks 8 and 9". */
export const blocksText = (names: string[]) => `${names.length === 1 ? 'Block' : 'Blocks'} ${listText(names)}`
