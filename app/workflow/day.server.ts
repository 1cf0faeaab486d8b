import { Temporal } from 'temporal-polyfill'

/** Civil days as YYYY-MM-DD, both ends inclusive; instants in the program's zone. */
export const zone = 'America/Los_Angeles'

const plain = (day: string) => Temporal.PlainDate.from(day)

/** The civil day at this instant in the program's zone. */
export function dayAt(at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

/** The time of day at this instant in the program's zone, HH:MM. */
export function timeAt(at: Date): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return zoned.toPlainTime().toString({ smallestUnit: 'minute' })
}

export const addDays = (day: string, days: number) => plain(day).add({ days }).toString()
/** Days from `a` to `b`; negative when b is earlier. */
export const daysFrom = (a: string, b: string) => plain(a).until(plain(b), { largestUnit: 'day' }).days
/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: string) => plain(day).dayOfWeek
export const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))

/** A time of day on a civil day as an instant; `time` is HH:MM of the program's zone. */
export function instantOn(day: string, time: string): Date {
  const zoned = plain(day).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
  return new Date(zoned.epochMilliseconds)
}

/** The last millisecond of 11:59 PM on this day: a deadline by day ends here. */
export const endOf = (day: string) => new Date(instantOn(addDays(day, 1), '00:00').getTime() - 1)

/** The same time of day, days later, in the program's zone. */
export function daysLater(at: Date, days: number): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return new Date(there.add({ days }).epochMilliseconds)
}

/** Every day from first to last. */
export function daysBetween(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysFrom(first, last) + 1) }, (_, n) => addDays(first, n))
}

/** The Mondays of the weeks that first–last touches, each cut to the range. */
export function weeksBetween(first: string, last: string): { first: string; last: string }[] {
  const weeks: { first: string; last: string }[] = []
  for (let from = first; from <= last; from = addDays(mondayOf(from), 7)) {
    const friday = addDays(mondayOf(from), 4)
    weeks.push({ first: from, last: friday < last ? friday : last })
  }
  return weeks
}
