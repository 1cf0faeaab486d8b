import { instantText } from '#app/ui/time'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** "just now", "2 minutes ago", "3 hours ago", "on November 24, 9:00 AM PT": how long before `now` something was. */
export function agoText(at: Date, now: Date): string {
  const ms = now.getTime() - at.getTime()
  if (ms < MINUTE_MS) return 'just now'
  if (ms < HOUR_MS) return count(Math.floor(ms / MINUTE_MS), 'minute')
  if (ms < 24 * HOUR_MS) return count(Math.floor(ms / HOUR_MS), 'hour')
  return `on ${instantText(at, { weekday: false })}`
}

const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'} ago`

type Placed = { placedBy: string | null; familyName: string; placement: { placedAt: Date | null; statusAt: Date } }
type Taken = { placedBy: string | null; familyName: string; at: Date }

/** When a seat was taken: the moment of placing, whatever became of it since. */
export const takenBy = ({ placedBy, familyName, placement }: Placed): Taken => ({
  placedBy,
  familyName,
  at: placement.placedAt ?? placement.statusAt,
})

/** Who took the last seat and when: "Ana Whitlock placed Lee here 2 minutes ago." */
export const takenText = ({ placedBy, familyName, at }: Taken, now: Date): string =>
  `${placedBy ?? 'Somebody'} placed ${familyName} here ${agoText(at, now)}.`
