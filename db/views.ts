import { count, inArray } from 'drizzle-orm'
import { read } from './client'
import { placements } from './schema/assign/placements'

/** The states in which a placement holds its seat. */
export const livePlacement = ['draft', 'offered', 'accepted', 'confirmed', 'completed'] as const

/** How many live placements each opening has, as a subquery to join. */
export const seatsTaken = () =>
  read
    .select({ openingId: placements.openingId, taken: count().as('taken') })
    .from(placements)
    .where(inArray(placements.status, [...livePlacement]))
    .groupBy(placements.openingId)
    .as('seats_taken')
