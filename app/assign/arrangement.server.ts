import { and, asc, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Tx } from '#db/client'
import * as t from '#db/schema/index'
import { live } from './placement'

export type From = Pick<Tx, 'select'>
/** The days whose openings and placements matter, both included. */
export type Span = { first: string | SQL<string>; last: string | SQL<string> }

/** The days of an opening's block, worked out by the database. */
export const spanOf = (openingId: string): Span => ({
  first: sql<string>`(select b.first_on from blocks b join openings o on o.block_id = b.id where o.id = ${openingId})`,
  last: sql<string>`(select b.last_on from blocks b join openings o on o.block_id = b.id where o.id = ${openingId})`,
})

/** Blocks that overlap these days. */
export const during = ({ first, last }: Span) => and(lte(t.blocks.firstOn, last), gte(t.blocks.lastOn, first))

/** Openings whose block meets the span, with block, service and clerkship, in time's order. */
export const openingsIn = (from: From, span: Span) =>
  from
    .select({ opening: t.openings, block: t.blocks, service: t.services, clerkship: t.clerkships })
    .from(t.openings)
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .where(during(span))
    .orderBy(asc(t.blocks.firstOn), asc(t.services.position))

const placers = alias(t.people, 'placers')

/** Live placements that meet the span, and this application's own wherever it is, with name and who placed them. */
export const seatsIn = (from: From, span: Span, applicationId?: string) =>
  from
    .select({
      placement: t.placements,
      name: t.people.name,
      familyName: t.people.familyName,
      placedBy: placers.name,
      schoolId: t.schools.id,
      isAffiliated: t.schools.isAffiliated,
      isOwn: t.schools.isOwn,
    })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .leftJoin(placers, eq(placers.id, t.placements.placedById))
    .leftJoin(t.profiles, eq(t.profiles.personId, t.placements.studentId))
    .leftJoin(t.schools, eq(t.schools.id, t.profiles.schoolId))
    .where(and(inArray(t.placements.status, [...live]), or(during(span), isOf(applicationId))))
    .orderBy(asc(t.placements.statusAt), asc(t.placements.id))

const isOf = (applicationId?: string) => (applicationId ? eq(t.placements.applicationId, applicationId) : undefined)

/** Applications with whose they are and what their school said. */
export const studentsWhere = (from: From, where: SQL | undefined) =>
  from
    .select({
      application: t.applications,
      profile: t.profiles,
      name: t.people.name,
      familyName: t.people.familyName,
      school: t.schools,
      word: t.confirmations.status,
    })
    .from(t.applications)
    .innerJoin(t.people, eq(t.people.id, t.applications.studentId))
    .innerJoin(t.profiles, eq(t.profiles.personId, t.applications.studentId))
    .leftJoin(t.schools, eq(t.schools.id, t.profiles.schoolId))
    .leftJoin(t.confirmations, eq(t.confirmations.applicationId, t.applications.id))
    .where(where)
    .orderBy(asc(t.applications.sentAt), asc(t.applications.id))

/** Living wishes of the same applications, best first. */
export const wishesWhere = (from: From, where: SQL | undefined) =>
  from
    .select({ choice: t.choices })
    .from(t.choices)
    .innerJoin(t.applications, eq(t.applications.id, t.choices.applicationId))
    .where(and(where, eq(t.choices.hasEnded, false)))
    .orderBy(asc(t.choices.rank))

/** What the program says of the seats of a whole block. */
export const rulesIn = (from: From) =>
  from.select({ mostOfASchool: t.program.mostOfASchool, undoMinutes: t.program.undoMinutes }).from(t.program)

export type OpeningRow = Awaited<ReturnType<typeof openingsIn>>[number]
export type SeatRow = Awaited<ReturnType<typeof seatsIn>>[number]
export type StudentRow = Awaited<ReturnType<typeof studentsWhere>>[number]
export type WishRow = Awaited<ReturnType<typeof wishesWhere>>[number]
type RuleRow = Awaited<ReturnType<typeof rulesIn>>[number]
export type Rows = {
  openings: OpeningRow[]
  seats: SeatRow[]
  students: StudentRow[]
  wishes: WishRow[]
  rules: RuleRow[]
}
