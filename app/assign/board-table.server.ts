import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { live, placementTags } from './placement'

const placers = alias(t.people, 'placers')

/** Who sits where in a year, drafts too, in the order of the board. */
const placesIn = (yearId: string) =>
  read
    .select({
      placement: t.placements,
      student: t.people.name,
      school: t.schools.name,
      typedSchool: t.profiles.schoolName,
      clerkship: t.clerkships.name,
      service: t.services.name,
      block: t.blocks,
      placedBy: placers.name,
    })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .leftJoin(placers, eq(placers.id, t.placements.placedById))
    .leftJoin(t.profiles, eq(t.profiles.personId, t.placements.studentId))
    .leftJoin(t.schools, eq(t.schools.id, t.profiles.schoolId))
    .where(and(eq(t.blocks.yearId, yearId), inArray(t.placements.status, [...live])))
    .orderBy(asc(t.blocks.firstOn), asc(t.services.position), asc(t.people.familyName))

const heads = ['Student', 'School', 'Clerkship', 'Service', 'Block', 'First day', 'Last day', 'State', 'Pinned', 'By']

/** The board as rows of text with their heads, and whom they name. One round trip. Throws 403, 404. */
export async function boardTable(me: Person, yearId: string) {
  insist(me, 'board.read')
  const [[year], places] = await readAll(
    read.select().from(t.academicYears).where(eq(t.academicYears.id, yearId)),
    placesIn(yearId),
  )
  if (!year) throw notFound()
  const rows = places.map(({ placement, block, ...it }) => [
    ...[it.student, it.school ?? it.typedSchool ?? '', it.clerkship, it.service, block.name],
    ...[block.firstOn, block.lastOn, placementTags[placement.status].label],
    ...[placement.isPinned ? 'Yes' : '', it.placedBy ?? ''],
  ])
  return { table: [heads, ...rows], studentIds: [...new Set(places.map(({ placement }) => placement.studentId))] }
}
