import { addDays, daysBetween, weekdayOf, weeksBetween } from '#app/workflow/day.server'
import type { BlockFacts } from './block.server'
import { loadOn, loadsOf } from './load'
import { cutWeek, forbids, type Pairing, type Span } from './pairing'

type Student = BlockFacts['students'][number]

/** The weekdays of a span that are no holiday: the days two people really work together. */
const workdays = (span: Span, off: { on: string }[] = []) =>
  daysBetween(span.firstOn, span.lastOn).filter((day) => weekdayOf(day) < 6 && !off.some((it) => it.on === day))

/** The same for many spans, each worked out once. */
export function workdaysOnce(off: { on: string }[] = []): (span: Span) => string[] {
  const known = new Map<string, string[]>()
  return (span) => {
    const key = `${span.firstOn} ${span.lastOn}`
    const days = known.get(key) ?? workdays(span, off)
    known.set(key, days)
    return days
  }
}

/** The weeks of a placement, each cut where its residents change. */
export function spansOf(student: Student, facts: Pick<BlockFacts, 'supervisors'>) {
  return weeksBetween(student.firstOn, student.lastOn).map((week) =>
    cutWeek({ firstOn: week.first, lastOn: week.last }, student.serviceId, facts.supervisors, (day) => addDays(day, 1)),
  )
}

/** Judges who may work with whom beside these pairings; what the rules ask is looked up once for the whole block. */
export function judgeOf(
  { supervisors, exclusions }: Pick<BlockFacts, 'supervisors' | 'exclusions'>,
  others: Pairing[],
) {
  const daysOf = workdaysOnce()
  const loads = loadsOf(others, daysOf)
  const known = new Map(supervisors.map((it) => [it.id, it]))
  const excluded = new Map<string, string[]>()
  for (const it of exclusions) excluded.set(it.studentId, [...(excluded.get(it.studentId) ?? []), it.supervisorId])
  return {
    /** How many students a supervisor has on the fullest of these days. */
    load: (supervisorId: string, days: string[]) => loadOn(loads, supervisorId, days),
    /** Why this supervisor may not take this student in this span; null when they may. */
    whyNot(student: Student, supervisorId: string, span: Span): string | null {
      const supervisor = known.get(supervisorId)
      if (!supervisor) return 'is not a supervisor'
      const placed = { ...student, excluded: excluded.get(student.studentId) ?? [] }
      return forbids({ supervisor, student: placed, span, days: daysOf(span), loads })
    },
  }
}
export type Judge = ReturnType<typeof judgeOf>
