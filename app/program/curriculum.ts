import type { Tone } from '#app/ui/tag'
import type { curriculum } from '#db/schema/index'

type Row = typeof curriculum.$inferSelect
export type Kind = Row['kind']
type Served = { id: string; name: string; letter: string; tone: Tone }

/** A part of a year: so many half-months on a service, or on another in its place. */
export type Part = Omit<Row, 'serviceId' | 'orServiceId'> & { service: Served; or: Served | null }

export const years = [1, 2, 3, 4, 5, 6]
/** Twelve months of two halves. */
export const YEAR = 24

export const kindNames: Record<Kind, string> = {
  interventional: 'Interventional radiology',
  'intensive care': 'Intensive care',
  clinical: 'Clinical rotation',
  surgery: 'Surgery',
  imaging: 'Imaging',
  elective: 'Elective',
}

export const curriculumLabels: Record<string, string> = {
  service: 'service',
  months: 'months',
  or: 'or instead',
  kind: 'kind',
  note: 'note',
}

/** "1 month", "½ month", "2½ months". */
export function monthsText(halfMonths: number): string {
  return `${monthsNumber(halfMonths)} ${halfMonths <= 2 ? 'month' : 'months'}`
}

/** "½", "2½", "10": half-months as months. */
export function monthsNumber(halfMonths: number): string {
  const whole = Math.floor(halfMonths / 2)
  return `${whole > 0 || halfMonths === 0 ? whole : ''}${halfMonths % 2 === 1 ? '½' : ''}`
}

/** Months of these kinds in these years. */
export const monthsOf = (parts: Part[], kinds: Kind[], pgys: number[]): number =>
  parts
    .filter(({ kind, pgy }) => kinds.includes(kind) && pgys.includes(pgy))
    .reduce((sum, { halfMonths }) => sum + halfMonths, 0) / 2

/** The two totals that the program stands for: IR and clinical rotations in PGY 2 to 4, intensive care in all years. */
export const totalsOf = (parts: Part[]) => ({
  clinical: monthsOf(parts, ['interventional', 'intensive care', 'clinical', 'surgery'], [2, 3, 4]),
  intensiveCare: monthsOf(parts, ['intensive care'], years),
})

/** "Peripheral IR or vascular surgery": the service of a part in words. */
export const partName = ({ service, or }: Pick<Part, 'service' | 'or'>): string =>
  or ? `${service.name} or ${or.name.charAt(0).toLowerCase()}${or.name.slice(1)}` : service.name

/** "PGY 2: 2½ months of diagnostic radiology, …": a year in one sentence, for whom it is not drawn. */
export function yearText(pgy: number, parts: Part[]): string {
  const own = parts.filter((part) => part.pgy === pgy)
  return `PGY ${pgy}: ${own.map((part) => `${monthsText(part.halfMonths)} ${partName(part)}`).join(', ')}.`
}
