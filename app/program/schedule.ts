import type { Tone } from '#app/ui/tag'

type Span = { firstOn: string; lastOn: string }
export type Served = { id: string; name: string; letter: string; tone: Tone }
export type OnDuty = Span & { id: string; personId: string; kind: string; service: Served }
/** A stretch of days on one service; null where nothing is set. */
export type Stretch = Span & { service: Served | null }
/** So many months in a row on one service, or one month with its hand-overs. */
export type Cell = { months: number; stretches: Stretch[] } & Span

type Month = Span

/** A resident's year as cells: whole months of one service together; a hand-over, or nothing set, by itself. */
export function cellsOf(duties: OnDuty[], months: Month[], next: (day: string) => string): Cell[] {
  const cells: Cell[] = []
  for (const month of months) {
    const stretches = stretchesIn(duties, month, next)
    const last = cells.at(-1)
    const isWhole = stretches.length === 1
    const service = stretches[0].service
    const goesOn = service && last?.stretches.length === 1 && last.stretches[0].service?.id === service.id
    if (last && isWhole && goesOn) {
      last.months += 1
      last.lastOn = month.lastOn
      last.stretches[0].lastOn = month.lastOn
    } else cells.push({ months: 1, ...month, stretches })
  }
  return cells
}

/** The days of a month, each on the service of its duty; days of the same service in a row together. */
function stretchesIn(duties: OnDuty[], month: Month, next: (day: string) => string): Stretch[] {
  const stretches: Stretch[] = []
  for (let on = month.firstOn; on <= month.lastOn; on = next(on)) {
    const service = duties.find((duty) => duty.firstOn <= on && on <= duty.lastOn)?.service ?? null
    const last = stretches.at(-1)
    if (last && last.service?.id === service?.id) last.lastOn = on
    else stretches.push({ firstOn: on, lastOn: on, service })
  }
  return stretches
}

export const dutyKinds = {
  duty: 'Works on the service',
  'consult week': 'Has the consult week',
  'stroke week': 'Has the stroke week',
  call: 'Is on call',
} as const
export type DutyKind = keyof typeof dutyKinds

/** The year of training in an academic year, from the year in which it was set. */
export function pgyIn(yearFirstOn: string, { pgy, pgyFrom }: { pgy: number | null; pgyFrom: string | null }) {
  if (pgy === null) return null
  return pgyFrom ? pgy + Number(yearFirstOn.slice(0, 4)) - Number(pgyFrom.slice(0, 4)) : pgy
}
