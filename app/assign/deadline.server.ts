import { addDays, dayAt, daysBetween, daysFrom, endOf } from '#app/workflow/day.server'
import type { program } from '#db/schema/index'

type Rules = Pick<
  typeof program.$inferSelect,
  'replyDays' | 'shortReplyDays' | 'shortReplyUnderDays' | 'replyEndsDaysBefore' | 'leastReplyHours'
>
const HOUR_MS = 3_600_000

/**
 * The last day on which an offer made now can be answered, until 11:59 PM: 14 days, 7 if the start is under 60 days
 * away, never later than 28 days before the start. Null when that leaves under 24 hours: the coordinator sets it.
 */
export function replyByOn(firstOn: string, now: Date, rules: Rules): string | null {
  const today = dayAt(now)
  const isShort = daysFrom(today, firstOn) < rules.shortReplyUnderDays
  const wanted = addDays(today, isShort ? rules.shortReplyDays : rules.replyDays)
  const latest = addDays(firstOn, -rules.replyEndsDaysBefore)
  const [day] = [wanted, latest].sort()
  return leavesTime(day, now, rules) ? day : null
}

const leavesTime = (day: string, now: Date, { leastReplyHours }: Rules) =>
  endOf(day).getTime() - now.getTime() >= leastReplyHours * HOUR_MS

/** The days that the coordinator may set instead: at least 24 hours from now, before the first day. */
export function settableDays(firstOn: string, now: Date, rules: Rules): string[] {
  return daysBetween(dayAt(now), addDays(firstOn, -1)).filter((day) => leavesTime(day, now, rules))
}
