import { instantText } from '#app/ui/time'
import type { Person } from '#db/schema/people/actors'
import type { SeatRow } from './arrangement.server'
import type { Chip } from './board'
import { takenBy, takenText } from './meanwhile'
import { missingOf, papersOf } from './papers.server'
import { placementTags, UNDO_MINUTES } from './placement'
import type { Year } from './year.server'

const MINUTE_MS = 60_000
const isRecent = ({ placement }: SeatRow, now: Date) =>
  placement.placedAt !== null && now.getTime() - placement.placedAt.getTime() < UNDO_MINUTES * MINUTE_MS

/** Who sits in an opening, with the state of their papers. */
export function chipsOf(year: Year, openingId: string, now: Date): Chip[] {
  return year.seats
    .filter(({ placement }) => placement.openingId === openingId)
    .map((row) => ({
      id: row.placement.id,
      familyName: row.familyName,
      isDraft: row.placement.status === 'draft',
      isPinned: row.placement.isPinned,
      ...standing(row, year, now),
    }))
}

function standing({ placement }: SeatRow, year: Year, now: Date): Pick<Chip, 'says' | 'tone'> {
  const { status, expiresAt, id } = placement
  if (status === 'offered' && expiresAt) {
    return { says: `Reply by ${instantText(expiresAt, { weekday: false, short: true }).split(', ')[0]}`, tone: 'wait' }
  }
  if (status === 'accepted') {
    const rows = year.papers.filter((row) => row.placement.id === id)
    const missing = missingOf(papersOf(rows, year.agreements, now)).length
    return { says: missing === 1 ? '1 paper missing' : `${missing} papers missing`, tone: 'warn' }
  }
  return { says: placementTags[status].label, tone: placementTags[status].tone }
}

/** What others did in this opening within the last ten minutes. */
export const newsOf = (me: Person, year: Year, openingId: string, now: Date): string[] =>
  year.seats
    .filter(({ placement }) => placement.openingId === openingId && placement.status === 'draft')
    .filter((row) => isRecent(row, now) && row.placement.placedById !== me.personId)
    .map((row) => takenText(takenBy(row), now))

/** The last draft that this person placed within ten minutes: it can be undone, also after a reload. */
export function undoable(me: Person, year: Year, now: Date) {
  const mine = year.seats.filter(
    (row) => row.placement.status === 'draft' && row.placement.placedById === me.personId && isRecent(row, now),
  )
  const last = mine.at(-1)
  const place = year.openings.find(({ opening }) => opening.id === last?.placement.openingId)
  if (!last || !place) return null
  const where = `block ${place.block.name}, ${place.service.name}`
  return { placementId: last.placement.id, says: `${last.name} placed in ${where}` }
}
