import { and, asc, eq, inArray, isNotNull, not, notInArray, or, sql } from 'drizzle-orm'
import { isDeclined } from '#app/apply/ended-wishes.server'
import type { Block } from '#app/program/opening'
import { dayText } from '#app/ui/time'
import { dayAt } from '#app/workflow/day.server'
import { conflict, notFound } from '#app/workflow/refusal'
import * as t from '#db/schema/index'
import { type From, openingsIn, seatsIn, studentsWhere } from './arrangement.server'
import { live } from './placement'
import { recordsWhere } from './records.server'
import { yearSpan } from './year.server'

export type Which = { yearId: string; blockId: string }

const isPart = (blockId: string) => or(eq(t.blocks.id, blockId), eq(t.blocks.partOfId, blockId))
const heldIn = (blockId: string) => and(inArray(t.placements.status, [...live]), isPart(blockId))

/** The applications that hold a place or a draft in a block or its halves. */
const holders = (from: From, blockId: string) =>
  from
    .select({ id: t.placements.applicationId })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(and(heldIn(blockId), isNotNull(t.placements.applicationId)))

const waiting = ['submitted', 'returned', 'eligible', 'waitlisted'] as const

/** Who asked for the block or a half of it, in an application that was sent, and has no place: in it or elsewhere. */
const wishersIn = (from: From, blockId: string) =>
  from
    .select({
      ...{ applicationId: t.applications.id, studentId: t.people.id, name: t.people.name, email: t.addresses.email },
      contact: sql<string>`(select ${t.program.contactEmail} from ${t.program})`,
    })
    .from(t.choices)
    .innerJoin(t.applications, eq(t.applications.id, t.choices.applicationId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.choices.blockId))
    .innerJoin(t.people, eq(t.people.id, t.applications.studentId))
    .leftJoin(t.addresses, and(eq(t.addresses.personId, t.people.id), eq(t.addresses.isPrimary, true)))
    .where(
      and(
        ...[isPart(blockId), eq(t.choices.hasEnded, false), inArray(t.applications.status, [...waiting])],
        notInArray(t.applications.id, holders(from, blockId)),
      ),
    )
    .groupBy(t.applications.id)
    .orderBy(asc(t.people.familyName))
export type Wisher = Awaited<ReturnType<typeof wishersIn>>[number]

/** All that decides what a change of a block does to whom, to be read together: ended wishes too, not declined ones. */
export const rowsAboutBlock = (from: From, { yearId, blockId }: Which) => {
  const theirs = inArray(t.applications.id, holders(from, blockId))
  return [
    from.select().from(t.academicYears).where(eq(t.academicYears.id, yearId)),
    from.select().from(t.blocks).where(eq(t.blocks.yearId, yearId)).orderBy(asc(t.blocks.firstOn)),
    recordsWhere(from, heldIn(blockId)).orderBy(t.placements.id),
    openingsIn(from, yearSpan(yearId)),
    seatsIn(from, yearSpan(yearId)),
    studentsWhere(from, theirs),
    from
      .select({ choice: t.choices })
      .from(t.choices)
      .where(and(inArray(t.choices.applicationId, holders(from, blockId)), not(isDeclined)))
      .orderBy(asc(t.choices.rank)),
    from.select().from(t.program),
    wishersIn(from, blockId),
  ] as const
}

type Answers<T extends readonly unknown[]> = { -readonly [At in keyof T]: Awaited<T[At]> }
type Read = Answers<ReturnType<typeof rowsAboutBlock>>
export type BlockRows = ReturnType<typeof named>

/** The rows by their names. */
export const named = ([years, blocks, held, openings, seats, students, wishes, rules, wishers]: Read) => ({
  ...{ year: years[0], blocks, held, rules: rules[0], wishers },
  world: { openings, seats, students, wishes, rules },
})

/** The whole block, which has not begun. Throws 404, and 409 once it began. */
export function wholeOf({ blocks }: Pick<BlockRows, 'blocks'>, blockId: string, now: Date): Block {
  const block = blocks.find(({ id, partOfId }) => id === blockId && partOfId === null)
  if (!block) throw notFound()
  if (block.firstOn <= dayAt(now)) {
    throw conflict(`Block ${block.name} began ${dayText(block.firstOn)}: change its places one by one.`)
  }
  return block
}
