import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { read, readAll, type Tx } from '#db/client'
import * as t from '#db/schema/index'
import type { Supervisor } from './pairing'

const paired = ['accepted', 'confirmed', 'completed'] as const
type From = Pick<Tx, 'select'>

const blockDay = (blockId: string, column: 'first_on' | 'last_on') =>
  sql`(select ${sql.raw(column)} from blocks where id = ${blockId})`
const touches = (first: SQLiteColumn, last: SQLiteColumn, blockId: string) =>
  and(lte(first, blockDay(blockId, 'last_on')), gte(last, blockDay(blockId, 'first_on')))

const isPlacedIn = (blockId: string) =>
  and(or(eq(t.blocks.id, blockId), eq(t.blocks.partOfId, blockId)), inArray(t.placements.status, [...paired]))

const placedColumns = {
  placementId: t.placements.id,
  status: t.placements.status,
  studentId: t.placements.studentId,
  name: t.people.name,
  familyName: t.people.familyName,
  serviceId: t.services.id,
  service: t.services.name,
  clerkship: t.clerkships.kind,
  weeks: t.clerkships.weeks,
  block: t.blocks.name,
  firstOn: t.blocks.firstOn,
  lastOn: t.blocks.lastOn,
  attendingId: t.attendingsOfRecord.attendingId,
}

/** Placed students of a block and its halves, as one query. */
export const placedIn = (from: From, blockId: string) =>
  from
    .select(placedColumns)
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .leftJoin(t.attendingsOfRecord, eq(t.attendingsOfRecord.placementId, t.placements.id))
    .where(isPlacedIn(blockId))
    .orderBy(asc(t.services.position), asc(t.blocks.firstOn), asc(t.people.familyName))

/** The ids of the same placements, as a subquery. */
export const placementsIn = (blockId: string) =>
  read
    .select({ id: t.placements.id })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(isPlacedIn(blockId))

export const supervisorsIn = (from: From) =>
  from
    .select({
      id: t.people.id,
      name: t.people.name,
      familyName: t.people.familyName,
      kind: t.supervisors.kind,
      division: t.supervisors.division,
      pgy: t.supervisors.pgy,
      most: sql<number>`coalesce(${t.supervisors.mostStudents}, case when ${t.supervisors.pgy} = 1 then 0
        else (select most_students_a_resident from program) end)`,
    })
    .from(t.supervisors)
    .innerJoin(t.people, eq(t.people.id, t.supervisors.personId))
    .orderBy(asc(t.supervisors.kind), asc(t.people.familyName))

export const dutiesIn = (from: From, blockId: string) =>
  from
    .select()
    .from(t.duties)
    .where(touches(t.duties.firstOn, t.duties.lastOn, blockId))

export const absencesIn = (from: From, blockId: string) =>
  from
    .select()
    .from(t.absences)
    .where(and(eq(t.absences.status, 'approved'), touches(t.absences.firstOn, t.absences.lastOn, blockId)))

export const pairingsIn = (from: From, blockId: string) =>
  from
    .select()
    .from(t.pairings)
    .where(touches(t.pairings.firstOn, t.pairings.lastOn, blockId))

/** Blocks that are no halves, oldest first. */
const wholeBlocks = () =>
  read
    .select({ id: t.blocks.id, name: t.blocks.name, yearId: t.blocks.yearId, lastOn: t.blocks.lastOn })
    .from(t.blocks)
    .where(isNull(t.blocks.partOfId))
    .orderBy(asc(t.blocks.firstOn))

/** The block that runs on this day, else the next, else the last; undefined while there is none. */
export async function blockOn(day: string): Promise<string | undefined> {
  const blocks = await wholeBlocks()
  return (blocks.find((block) => block.lastOn >= day) ?? blocks.at(-1))?.id
}

/** What stands in a block, in one round trip; `block` is undefined when there is none. */
export async function readBlock(blockId: string) {
  const [[block], students, people, duties, absences, pairings, exclusions, holidays, year, blocks] = await readAll(
    read.select().from(t.blocks).where(eq(t.blocks.id, blockId)),
    placedIn(read, blockId),
    supervisorsIn(read),
    dutiesIn(read, blockId),
    absencesIn(read, blockId),
    pairingsIn(read, blockId),
    read.select().from(t.exclusions),
    read.select().from(t.holidays),
    read
      .select({
        supervisorId: t.pairings.supervisorId,
        students: sql<number>`count(distinct ${t.pairings.placementId})`,
      })
      .from(t.pairings)
      .groupBy(t.pairings.supervisorId),
    wholeBlocks(),
  )
  const supervisors = withDays(people, duties, absences)
  return { block, students, supervisors, pairings, exclusions, holidays, year, blocks }
}

export function withDays(
  people: Awaited<ReturnType<typeof supervisorsIn>>,
  duties: (Supervisor['duties'][number] & { personId: string })[],
  absences: (Supervisor['absences'][number] & { personId: string })[],
) {
  return people.map((person) => ({
    ...person,
    duties: duties.filter((duty) => duty.personId === person.id),
    absences: absences.filter((absence) => absence.personId === person.id),
  }))
}

export type BlockFacts = Awaited<ReturnType<typeof readBlock>>
