import { type Kind, type Part, totalsOf } from './curriculum'
import type { OnDuty, Served } from './schedule'

type Month = { firstOn: string; lastOn: string }
export type Compared = { service: Served; asked: number; planned: number; done: number }

const DAY_MS = 86_400_000
const daysIn = (first: string, last: string) => Math.round((Date.parse(last) - Date.parse(first)) / DAY_MS) + 1

/** Half-months spent on each service in these months, by service; days count as part of their month. */
export function halvesOn(duties: OnDuty[], months: Month[]): Map<string, number> {
  const spent = new Map<string, number>()
  for (const { service, firstOn, lastOn } of duties)
    for (const month of months) {
      const [first, last] = [max(firstOn, month.firstOn), min(lastOn, month.lastOn)]
      if (first > last) continue
      const part = daysIn(first, last) / daysIn(month.firstOn, month.lastOn)
      spent.set(service.id, (spent.get(service.id) ?? 0) + part * 2)
    }
  return new Map([...spent].map(([id, halves]) => [id, Math.round(halves)]))
}

const max = (a: string, b: string) => (a > b ? a : b)
const min = (a: string, b: string) => (a < b ? a : b)

/** What the curriculum asks of a year against what is planned and done; an alternative counts where it is planned. */
export function compare(parts: Part[], planned: Map<string, number>, done: Map<string, number>, known: Served[]) {
  const asked = new Map<string, number>()
  const ask = (id: string, halves: number) => asked.set(id, (asked.get(id) ?? 0) + halves)
  for (const part of parts.filter(({ or }) => !or)) ask(part.service.id, part.halfMonths)
  for (const { service, or, halfMonths } of parts.filter((part) => part.or)) {
    const isInstead = (planned.get(or!.id) ?? 0) >= (asked.get(or!.id) ?? 0) + halfMonths
    ask(isInstead ? or!.id : service.id, halfMonths)
  }
  return known
    .filter(({ id }) => asked.has(id) || planned.has(id))
    .map((service): Compared => {
      const of = (halves: Map<string, number>) => halves.get(service.id) ?? 0
      return { service, asked: of(asked), planned: of(planned), done: of(done) }
    })
}

export const isAsAsked = (compared: Compared[]) => compared.every(({ asked, planned }) => asked === planned)

type Resident = { pgy: number | null; planned: Map<string, number> }
const clinical: Kind[] = ['interventional', 'intensive care', 'clinical', 'surgery']

/** The two totals: what the curriculum asks and what the schedule gives, the mean over the residents of each year. */
export function totalsPlanned(parts: Part[], residents: Resident[]) {
  const sum = (kinds: Kind[], pgys: number[]) =>
    pgys.reduce((all, pgy) => all + meanOf(parts, residents, kinds, pgy), 0)
  const asked = totalsOf(parts)
  return [
    { name: 'IR and clinical rotations, PGY 2–4', asked: asked.clinical, planned: sum(clinical, [2, 3, 4]) },
    {
      name: 'Intensive care, all years',
      asked: asked.intensiveCare,
      planned: sum(['intensive care'], [1, 2, 3, 4, 5, 6]),
    },
  ]
}

function meanOf(parts: Part[], residents: Resident[], kinds: Kind[], pgy: number): number {
  const own = residents.filter((resident) => resident.pgy === pgy)
  if (own.length === 0) return 0
  const halves = own.flatMap(({ planned }) =>
    [...planned].filter(([id]) => kinds.includes(kindOf(parts, pgy, id) as Kind)).map(([, spent]) => spent),
  )
  return halves.reduce((sum, spent) => sum + spent, 0) / 2 / own.length
}

/** The kind of work on a service in a year of training; in a year that does not ask for it, as elsewhere. */
function kindOf(parts: Part[], pgy: number, serviceId: string): Kind | undefined {
  const on = parts.filter(({ service, or }) => service.id === serviceId || or?.id === serviceId)
  return (on.find((part) => part.pgy === pgy) ?? on[0])?.kind
}
