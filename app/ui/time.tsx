const PROGRAM_ZONE = 'America/Los_Angeles'
const NBSP = '\u00a0'

type Shape = { weekday?: boolean; year?: boolean; short?: boolean }

/** Making a format costs fifty times what using it does, and a page says the same few over and over. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = Object.values(options).join()
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', options)
  formats.set(key, format)
  return format
}

const partsOf = (at: Date, options: Intl.DateTimeFormatOptions) =>
  Object.fromEntries(
    formatOf(options)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )

const midnight = (on: string) => new Date(`${on}T00:00:00Z`)

function dateText(at: Date, timeZone: string, { weekday, year, short }: Shape) {
  const length = short ? 'short' : 'long'
  const part = partsOf(at, { timeZone, weekday: length, month: length, day: 'numeric', year: 'numeric' })
  return `${weekday ? `${part.weekday}, ` : ''}${part.month}${NBSP}${part.day}${year ? `, ${part.year}` : ''}`
}

/** "Thursday, January 28, 11:59 PM PT": an instant in the program's zone. */
export function instantText(at: Date, shape: Shape = {}, timeZone = PROGRAM_ZONE): string {
  const part = partsOf(at, { timeZone, hour: 'numeric', minute: '2-digit', timeZoneName: 'shortGeneric' })
  const time = `${part.hour}:${part.minute} ${part.dayPeriod} ${part.timeZoneName}`
  return `${dateText(at, timeZone, { weekday: true, ...shape })}, ${time}`
}

/** "10:42 AM": the time of day alone, for what happened today. */
export function clockText(at: Date, timeZone = PROGRAM_ZONE): string {
  const part = partsOf(at, { timeZone, hour: 'numeric', minute: '2-digit' })
  return `${part.hour}:${part.minute} ${part.dayPeriod}`
}

/** "January 28", with weekday and year if wanted: a civil date, in no zone. */
export const dayText = (on: string, shape: Shape = {}): string => dateText(midnight(on), 'UTC', shape)

/** "February 1 – 26", "August 31 – September 25": both days included. */
export function daysText(first: string, last: string, shape: Pick<Shape, 'year' | 'short'> = {}): string {
  if (first === last) return dayText(first, shape)
  const years = { year: shape.year && first.slice(0, 4) !== last.slice(0, 4) }
  if (first.slice(0, 7) !== last.slice(0, 7))
    return `${dayText(first, { short: shape.short, ...years })} – ${dayText(last, shape)}`
  const year = shape.year ? `, ${last.slice(0, 4)}` : ''
  return `${dayText(first, { short: shape.short })}${NBSP}–${NBSP}${Number(last.slice(8))}${year}`
}

export function Instant({ at, ...shape }: { at: Date } & Shape) {
  return <time dateTime={at.toISOString()}>{instantText(at, shape)}</time>
}

export function Day({ on, ...shape }: { on: string } & Shape) {
  return <time dateTime={on}>{dayText(on, shape)}</time>
}

export function Days({ first, last, ...shape }: { first: string; last: string } & Pick<Shape, 'year' | 'short'>) {
  return <span className="num nowrap">{daysText(first, last, shape)}</span>
}
