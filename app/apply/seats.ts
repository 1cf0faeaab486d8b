import { dayText } from '#app/ui/time'

/** A date as the student sees it offered. */
export type ShownDate = {
  key: string
  name: string
  block: { firstOn: string; lastOn: string; closesAt: Date }
  problem: string | null
  seats: number
  taken: number
  asked: number
  heldUntilOn: string | null
}

export const isFull = ({ seats, taken }: Pick<ShownDate, 'seats' | 'taken'>) => taken >= seats

/** "1 seat, 2 asked for it", "full", "held for affiliated schools until December 29". */
export function seatsText({ seats, taken, asked, heldUntilOn }: ShownDate): string {
  if (heldUntilOn) return `held for affiliated schools until ${dayText(heldUntilOn)}`
  if (isFull({ seats, taken })) return 'full: a wish puts you on the waitlist'
  const left = seats - taken
  return `${left} ${left === 1 ? 'seat' : 'seats'}${asked ? `, ${asked} asked for it` : ''}`
}
