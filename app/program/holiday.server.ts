import { addDays, weekdayOf } from '#app/workflow/day.server'

/** A federal holiday (5 U.S.C. 6103): a day of a month, or a weekday counted from the month's start or end. */
type Law = { month: number } & ({ day: number } | { weekday: number; nth: number })
type Observed = { on: string; isMoved: boolean }

const laws: Law[] = [
  { month: 1, day: 1 },
  { month: 1, weekday: 1, nth: 3 },
  { month: 2, weekday: 1, nth: 3 },
  { month: 5, weekday: 1, nth: -1 },
  { month: 6, day: 19 },
  { month: 7, day: 4 },
  { month: 9, weekday: 1, nth: 1 },
  { month: 10, weekday: 1, nth: 2 },
  { month: 11, day: 11 },
  { month: 11, weekday: 4, nth: 4 },
  { month: 12, day: 25 },
]

const dayIn = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The day on which a holiday is kept in a year: Friday for a Saturday, Monday for a Sunday. */
export function observedOn(law: Law, year: number): Observed {
  if ('weekday' in law) return { on: nthOf(law, year), isMoved: false }
  const on = dayIn(year, law.month, law.day)
  const weekday = weekdayOf(on)
  if (weekday < 6) return { on, isMoved: false }
  return { on: addDays(on, weekday === 6 ? -1 : 1), isMoved: true }
}

function nthOf({ month, weekday, nth }: Law & { weekday: number; nth: number }, year: number): string {
  const from = nth > 0 ? dayIn(year, month, 1) : addDays(dayIn(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -7)
  return addDays(from, ((weekday - weekdayOf(from) + 7) % 7) + (nth > 0 ? (nth - 1) * 7 : 0))
}

/** The federal holiday that is kept on this day, or whose own day it is; undefined for any other day. */
export function holidayIn(on: string): Law | undefined {
  const year = Number(on.slice(0, 4))
  const isOn = (law: Law, of: number) =>
    observedOn(law, of).on === on || ('day' in law && dayIn(of, law.month, law.day) === on)
  return laws.find((law) => isOn(law, year) || isOn(law, year + 1))
}
