import { and, count, desc, eq, inArray, ne } from 'drizzle-orm'
import { read } from './client'
import { placements } from './schema/assign/placements'
import { blocks } from './schema/program/calendar'
import { openings } from './schema/program/clerkships'
import { services } from './schema/program/services'

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

/** The newest placement of an application that the student knows of, with its block, as a query for `readAll`. */
export const placementOf = (applicationId: string) =>
  read
    .select({
      id: placements.id,
      status: placements.status,
      expiresAt: placements.expiresAt,
      papersDueOn: placements.papersDueOn,
      block: blocks,
      service: services.name,
    })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .where(and(eq(placements.applicationId, applicationId), ne(placements.status, 'draft')))
    .orderBy(desc(placements.statusAt))
    .limit(1)
