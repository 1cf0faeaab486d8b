import { and, desc, eq, ne } from 'drizzle-orm'
import { read } from '#db/client'
import { blocks, grades, openings, placements, services } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'

/** The rotations of this student that have a signed grade, as a query: which, not what it says. */
export const signedGradesOf = (me: Person) =>
  read
    .select({
      placementId: grades.placementId,
      block: blocks.name,
      service: services.name,
      firstOn: blocks.firstOn,
      lastOn: blocks.lastOn,
    })
    .from(grades)
    .innerJoin(placements, eq(placements.id, grades.placementId))
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .innerJoin(services, eq(services.id, openings.serviceId))
    .where(and(eq(placements.studentId, me.personId), ne(grades.status, 'drafted')))
    .orderBy(desc(blocks.lastOn))
