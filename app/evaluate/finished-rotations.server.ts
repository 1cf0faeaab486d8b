import { and, desc, eq } from 'drizzle-orm'
import { read } from '#db/client'
import { blocks, grades, openings, placements, services } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'

/** The finished rotations of this student and whether each has a grade, as a query; never what a grade says. */
export const finishedRotationsOf = (me: Person) =>
  read
    .select({
      placementId: placements.id,
      block: blocks.name,
      service: services.name,
      firstOn: blocks.firstOn,
      lastOn: blocks.lastOn,
      grade: grades.status,
    })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .leftJoin(grades, eq(grades.placementId, placements.id))
    .where(and(eq(placements.studentId, me.personId), eq(placements.status, 'completed')))
    .orderBy(desc(blocks.lastOn))
