export type Waiting = { id: string; name: string; familyName: string; isPlaced: boolean; status: string }

/** Who is to be placed, in turn: eligible without a live placement. */
export const toPlace = (waiting: Waiting[]): Waiting[] =>
  waiting.filter(({ isPlaced, status }) => !isPlaced && status === 'eligible')

/** Whose turn is after this one, from the start again after the last; null when nobody else waits. */
export function nextAfter(all: Waiting[], id: string): string | null {
  const at = all.findIndex((one) => one.id === id)
  const round = [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))]
  return toPlace(round).find((one) => one.id !== id)?.id ?? null
}

/** Everybody without a place: those whose turn it is, then the waitlist. */
export const inTurn = (waiting: Waiting[]): Waiting[] => [
  ...toPlace(waiting),
  ...waiting.filter(({ isPlaced, status }) => !isPlaced && status !== 'eligible'),
]
