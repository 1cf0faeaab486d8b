import { and, eq, type SQL } from 'drizzle-orm'
import { may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, type Tx } from '#db/client'
import * as t from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import type { From } from './arrangement.server'

/** A placement with everything that its messages and pages name. */
export const recordsWhere = (from: From, where: SQL | undefined) =>
  from
    .select({
      placement: t.placements,
      application: t.applications,
      opening: t.openings,
      block: t.blocks,
      service: t.services,
      clerkship: t.clerkships,
      student: t.people,
      email: t.addresses.email,
      profile: t.profiles,
      school: t.schools,
    })
    .from(t.placements)
    .innerJoin(t.applications, eq(t.applications.id, t.placements.applicationId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .leftJoin(t.addresses, primaryOf)
    .leftJoin(t.profiles, eq(t.profiles.personId, t.placements.studentId))
    .leftJoin(t.schools, eq(t.schools.id, t.profiles.schoolId))
    .where(where)

const primaryOf = and(eq(t.addresses.personId, t.placements.studentId), eq(t.addresses.isPrimary, true))

export type PlacementRecord = Awaited<ReturnType<typeof recordsWhere>>[number]

/** The placement inside a write, if this actor may read it; 404 otherwise. */
export async function recordNow(tx: Tx, me: Actor, id: string): Promise<PlacementRecord> {
  const [row] = await recordsWhere(tx, eq(t.placements.id, id))
  if (!row || !isOpenTo(me, row)) throw notFound()
  return row
}

/** A draft is nobody's but the staff's: the student learns of it as an offer. */
export function isOpenTo(me: Actor, { placement }: Pick<PlacementRecord, 'placement'>): boolean {
  if (!may(me, 'placement.read', placement)) return false
  return placement.status !== 'draft' || may(me, 'board.read')
}

/** The same as a query for `readAll`. */
export const recordOf = (id: string) => recordsWhere(read, eq(t.placements.id, id))
