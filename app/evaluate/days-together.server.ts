import { and, eq, or, sql } from 'drizzle-orm'
import { daysBetween, weekdayOf } from '#app/workflow/day.server'
import { read } from '#db/client'
import { absences, evaluations, holidays, pairings } from '#db/schema/index'

export type Span = { firstOn: string; lastOn: string }

const covers = (span: Span, day: string) => span.firstOn <= day && day <= span.lastOn

/** Weekdays of these pairings, each once, without holidays and without days that either was away; oldest first. */
export function daysTogether(paired: Span[], away: Span[], free: readonly string[]): string[] {
  const days = new Set(paired.flatMap(({ firstOn, lastOn }) => daysBetween(firstOn, lastOn)))
  return [...days]
    .filter((day) => weekdayOf(day) <= 5 && !free.includes(day) && !away.some((span) => covers(span, day)))
    .sort()
}

const span = (table: typeof pairings | typeof absences) => ({ firstOn: table.firstOn, lastOn: table.lastOn })

/** What the days together of one evaluation are counted from: three queries for `readAll`. */
export const daysOf = (evaluationId: string) =>
  [
    read
      .select(span(pairings))
      .from(pairings)
      .innerJoin(
        evaluations,
        and(eq(evaluations.placementId, pairings.placementId), eq(evaluations.authorId, pairings.supervisorId)),
      )
      .where(and(eq(evaluations.id, evaluationId), eq(pairings.status, 'published'))),
    read
      .select(span(absences))
      .from(absences)
      .innerJoin(
        evaluations,
        or(eq(absences.personId, evaluations.authorId), eq(absences.personId, evaluations.subjectId)),
      )
      .where(and(eq(evaluations.id, evaluationId), eq(absences.status, 'approved'))),
    read.select({ on: holidays.on }).from(holidays).where(sql`true`),
  ] as const
