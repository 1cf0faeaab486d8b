import { and, eq, gte, inArray, min, type SQL, sql } from 'drizzle-orm'
import { dayAt } from '#app/workflow/day.server'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'

/** The nearest day, from today on, that ends a time somebody has to do something; null when none is ahead. */
export async function nextDeadline(now: Date): Promise<string | null> {
  const today = dayAt(now)
  const [offers, rest] = await Promise.all([offersEnd(now), readAll(...daysFrom(today))])
  const days = [...rest.flatMap((rows) => rows.map(({ on }) => on)), offers]
  return days.filter((on) => on !== null).sort()[0] ?? null
}

async function offersEnd(now: Date): Promise<string | null> {
  const isOpen = and(eq(t.placements.status, 'offered'), gte(t.placements.expiresAt, now))
  const [{ at }] = await read
    .select({ at: min(t.placements.expiresAt) })
    .from(t.placements)
    .where(isOpen)
  return at ? dayAt(at) : null
}

const first = (day: unknown) => ({ on: sql<string | null>`min(${day})` })

/** Papers, dates that close, evaluations, answers of schools and students, our own replies and grades. */
function daysFrom(today: string) {
  const ahead = (day: unknown): SQL => sql`${day} >= ${today}`
  const { placements, applications, evaluations, confirmations } = t
  const papers = and(eq(placements.status, 'accepted'), ahead(placements.papersDueOn))
  const isOpen = and(inArray(evaluations.status, ['requested', 'drafted']), ahead(evaluations.dueOn))
  const isReturned = and(eq(applications.status, 'returned'), ahead(applications.returnByOn))
  const isAwaited = and(inArray(applications.status, ['submitted', 'eligible']), ahead(applications.replyByOn))
  const isAsked = and(eq(confirmations.status, 'asked'), ahead(confirmations.replyByOn))
  return [
    read.select(first(placements.papersDueOn)).from(placements).where(papers),
    read.select(first(t.blocks.applyByOn)).from(t.blocks).where(ahead(t.blocks.applyByOn)),
    read.select(first(evaluations.dueOn)).from(evaluations).where(isOpen),
    read.select(first(applications.returnByOn)).from(applications).where(isReturned),
    read.select(first(applications.replyByOn)).from(applications).where(isAwaited),
    read.select(first(confirmations.replyByOn)).from(confirmations).where(isAsked),
    ungraded(ahead),
  ] as const
}

/** When the grade of a rotation that ended is due, and then its outer limit. */
function ungraded(ahead: (day: unknown) => SQL) {
  const day = (days: unknown) => sql`date(${t.blocks.lastOn}, '+' || ${days} || ' days')`
  const [due, limit] = [day(t.program.gradeDueDays), day(t.program.gradeLimitDays)]
  const next = sql`case when ${ahead(due)} then ${due} else ${limit} end`
  return read
    .select(first(next))
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.program, eq(t.program.id, 1))
    .leftJoin(t.grades, eq(t.grades.placementId, t.placements.id))
    .where(
      and(eq(t.placements.status, 'completed'), sql`coalesce(${t.grades.status}, 'drafted') = 'drafted'`, ahead(next)),
    )
}
