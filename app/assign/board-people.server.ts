import { instantText } from '#app/ui/time'
import type { Person } from '#db/schema/people/actors'
import type { SeatRow } from './arrangement.server'
import type { Chip } from './board'
import { takenBy, takenText } from './meanwhile'
import { missingOf, papersOf } from './papers.server'
import { draftsRemovalPath, retractionPath } from './paths'
import { placementTags } from './placement'
import type { Removal } from './removals.server'
import type { Year } from './year.server'

const MINUTE_MS = 60_000
const isRecent = ({ rules: [{ undoMinutes }] }: Year, { placement }: SeatRow, now: Date) =>
  placement.placedAt !== null && now.getTime() - placement.placedAt.getTime() < undoMinutes * MINUTE_MS

/** Who sits in an opening, with the state of their papers. */
export function chipsOf(year: Year, openingId: string, now: Date): Chip[] {
  return year.seats
    .filter(({ placement }) => placement.openingId === openingId)
    .map((row) => ({
      id: row.placement.id,
      familyName: row.familyName,
      isDraft: row.placement.status === 'draft',
      isPinned: row.placement.isPinned,
      isOverbooked: row.placement.isOverbooked,
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

/** What others did in this opening that they can still undo. */
export const newsOf = (me: Person, year: Year, openingId: string, now: Date): string[] =>
  year.seats
    .filter(({ placement }) => placement.openingId === openingId && placement.status === 'draft')
    .filter((row) => isRecent(year, row, now) && row.placement.placedById !== me.personId)
    .map((row) => takenText(takenBy(row), now))

/** Something done on the board, and where its undo is posted to. */
export type Done = { says: string; undo: string; label?: string }

type Lately = { published: { at: Date; places: number }[]; removals: Removal[] }

/**
 * What this person placed, published or removed and can still undo, the newest first; what was placed or published at
 * one moment is one.
 */
export function doneBy(me: Person, year: Year, { published, removals }: Lately, yearId: string, now: Date): Done[] {
  const publications = published.map(({ at, places }) => ({
    at: at.getTime(),
    says: `${places === 1 ? '1 place' : `${places} places`} published`,
    undo: retractionPath(yearId, at.getTime()),
  }))
  const placings = placedBy(me, year, now).map(([at, rows]) => ({
    ...{ at, says: placedText(year, rows) },
    undo: draftsRemovalPath(yearId, at),
  }))
  const all = [...publications, ...placings, ...removals]
  return all.sort((a, b) => b.at - a.at).map(({ at: _, ...done }) => done)
}

/** The drafts of this person that can be undone, by the moment at which they were placed. */
function placedBy(me: Person, year: Year, now: Date): [number, SeatRow[]][] {
  const moments = new Map<number, SeatRow[]>()
  for (const row of year.seats) {
    const { status, placedById, placedAt } = row.placement
    if (status !== 'draft' || placedById !== me.personId || !placedAt || !isRecent(year, row, now)) continue
    moments.set(placedAt.getTime(), [...(moments.get(placedAt.getTime()) ?? []), row])
  }
  return [...moments]
}

function placedText(year: Year, rows: SeatRow[]): string {
  const [row] = rows
  if (rows.length > 1) return `${rows.length} students placed at once`
  const { block, service } = year.openings.find(({ opening }) => opening.id === row.placement.openingId)!
  return `${row.name} placed in block ${block.name}, ${service.name}`
}
