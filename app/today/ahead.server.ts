import { and, eq, inArray, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import { may } from '#app/workflow/permissions'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Ahead } from './ahead'
import { only } from './scope.server'

const plus = (column: unknown, days: 'grade_due_days' | 'grade_limit_days') =>
  sql`date(${column}, '+' || (select ${sql.raw(days)} from program) || ' days')`

const fields = (kind: Ahead['kind'], day: SQL | unknown, block: unknown, name: unknown) => ({
  kind: sql<Ahead['kind']>`${kind}`.as('kind'),
  day: sql<string>`${day}`.as('day'),
  block: sql<string | null>`${block}`.as('block'),
  name: sql<string | null>`${name}`.as('name'),
})

const placements = (kind: Ahead['kind'], day: SQL | unknown, name: unknown = t.people.name) =>
  read
    .select(fields(kind, day, t.blocks.name, name))
    .from(t.placements)
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))

/** Deadlines from today to `until`, for whoever runs the rotations: one statement, the nearest first. */
export function ahead(me: Person, today: string, until: string) {
  const runs = only(may(me, 'board.read'))
  const within = (day: SQL | unknown) => and(runs, sql`${day} between ${today} and ${until}`)
  return unionAll(
    offers(within),
    papers(within),
    grades(within, today),
    starts(within),
    midpoints(within),
    returned(within),
    closings(within),
    helds(within),
  )
    .orderBy(sql`"day"`)
    .limit(MOST)
}

const MOST = 24
type Within = (day: SQL | unknown) => SQL | undefined

/** A reply is due on the program's day, which lies 7 or 8 hours behind UTC: half a day back never leaves it. */
const replyDay = sql`date(${t.placements.expiresAt} / 1000 - 43200, 'unixepoch')`

const offers = (within: Within) =>
  placements('reply', replyDay).where(and(eq(t.placements.status, 'offered'), within(replyDay)))

const papers = (within: Within) =>
  placements('papers', t.placements.papersDueOn, sql`null`)
    .where(and(eq(t.placements.status, 'accepted'), within(t.placements.papersDueOn)))
    .groupBy(t.blocks.id, t.placements.papersDueOn)

const starts = (within: Within) =>
  placements('start', t.blocks.firstOn).where(
    and(inArray(t.placements.status, ['accepted', 'confirmed']), within(t.blocks.firstOn)),
  )

function grades(within: Within, today: string) {
  const due = plus(t.blocks.lastOn, 'grade_due_days')
  const day = sql`case when ${due} >= ${today} then ${due} else ${plus(t.blocks.lastOn, 'grade_limit_days')} end`
  return placements('grade', day)
    .leftJoin(t.grades, eq(t.grades.placementId, t.placements.id))
    .where(
      and(
        eq(t.placements.status, 'completed'),
        or(isNull(t.grades.id), notInArray(t.grades.status, ['signed', 'corrected'])),
        within(day),
      ),
    )
}

const midpoints = (within: Within) =>
  read
    .select(fields('midpoint', t.evaluations.dueOn, sql`null`, t.people.name))
    .from(t.evaluations)
    .innerJoin(t.questionnaires, eq(t.questionnaires.id, t.evaluations.questionnaireId))
    .innerJoin(t.people, eq(t.people.id, t.evaluations.subjectId))
    .where(
      and(
        inArray(t.evaluations.status, ['requested', 'drafted']),
        inArray(t.questionnaires.slug, ['midpoint', 'midpoint-two-weeks']),
        within(t.evaluations.dueOn),
      ),
    )

const returned = (within: Within) =>
  read
    .select(fields('returned', t.applications.returnByOn, sql`null`, t.people.name))
    .from(t.applications)
    .innerJoin(t.people, eq(t.people.id, t.applications.studentId))
    .where(and(eq(t.applications.status, 'returned'), within(t.applications.returnByOn)))

const closings = (within: Within) =>
  read
    .select(fields('closes', t.blocks.applyByOn, t.blocks.name, sql`null`))
    .from(t.blocks)
    .where(within(t.blocks.applyByOn))

const helds = (within: Within) =>
  read
    .select(fields('held', t.openings.heldUntilOn, t.blocks.name, sql`null`))
    .from(t.openings)
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(and(sql`${t.openings.heldSeats} > 0`, within(t.openings.heldUntilOn)))
