import { addDays, instantOn } from '#app/workflow/day.server'
import type { blocks, conferences, holidays } from '#db/schema/program/calendar'
import { idOf } from './cast'

export const yearId = '2026-27'
export const yearRows = [
  { id: yearId, firstOn: '2026-07-01', lastOn: '2027-06-30', opensAt: instantOn('2026-02-02', '09:00') },
  { id: '2027-28', firstOn: '2027-07-01', lastOn: '2028-06-30', opensAt: instantOn('2027-02-01', '09:00') },
]

export const block = (name: string, year = yearId) => idOf(`block ${year} ${name}`)

/** First day, last day, last day of half A; half B starts on the Monday after. Entered, not computed. */
const dates: [first: string, last: string, halfA: string][] = [
  ['2026-07-06', '2026-07-31', '2026-07-17'],
  ['2026-08-03', '2026-08-28', '2026-08-14'],
  ['2026-08-31', '2026-09-25', '2026-09-11'],
  ['2026-09-28', '2026-10-23', '2026-10-09'],
  ['2026-10-26', '2026-11-20', '2026-11-06'],
  ['2026-11-23', '2026-12-18', '2026-12-04'],
  ['2027-01-04', '2027-01-29', '2027-01-15'],
  ['2027-02-01', '2027-02-26', '2027-02-12'],
  ['2027-03-01', '2027-03-26', '2027-03-12'],
  ['2027-03-29', '2027-04-23', '2027-04-09'],
  ['2027-04-26', '2027-05-21', '2027-05-07'],
  ['2027-05-24', '2027-06-18', '2027-06-04'],
]

const row = (name: string, firstOn: string, lastOn: string, partOf?: string): typeof blocks.$inferInsert => ({
  id: block(name),
  yearId,
  name,
  firstOn,
  lastOn,
  applyByOn: addDays(firstOn, -60),
  partOfId: partOf ? block(partOf) : null,
})

/** Blocks "1" to "12", then their halves "1A", "1B" …, each with its own apply-by day. */
export const blockRows = [
  ...dates.map(([first, last], at) => row(`${at + 1}`, first, last)),
  ...dates.flatMap(([first, last, halfA], at) => [
    row(`${at + 1}A`, first, halfA, `${at + 1}`),
    row(`${at + 1}B`, addDays(halfA, 3), last, `${at + 1}`),
  ]),
]

export const blockNamed = (name: string) => {
  const found = blockRows.find((it) => it.name === name)
  if (!found) throw new Error(`There is no block ${name}`)
  return found
}

export const holidayRows: (typeof holidays.$inferInsert)[] = [
  { on: '2026-07-03', name: 'Independence Day, observed' },
  { on: '2026-09-07', name: 'Labor Day' },
  { on: '2026-11-26', name: 'Thanksgiving' },
  { on: '2026-12-25', name: 'Christmas Day' },
  { on: '2027-01-01', name: 'New Year’s Day' },
  { on: '2027-05-31', name: 'Memorial Day' },
]

type Conference = Omit<typeof conferences.$inferInsert, 'id' | 'firstOn'> & { firstOn?: string }
const morning = { startsAt: '07:00', endsAt: '08:00', isForStudents: true }
const noon = { startsAt: '12:00', endsAt: '13:00', isForStudents: true, replacesNoon: true }
const setByUs = 'Time set by the program.'

/** The diagnostic conference is daily; on Wednesday another always takes its place. */
const conferenceLines: Conference[] = [
  { ...morning, name: 'Core radiology', weekday: 1 },
  { ...morning, name: 'Multidisciplinary vascular conference', weekday: 2 },
  { ...morning, name: 'Clinical topic', weekday: 3 },
  { ...morning, name: 'IR concepts', weekday: 4 },
  { ...morning, name: 'Best case and journal club', weekday: 5 },
  ...[1, 2, 4, 5].map((weekday) => ({
    name: 'Diagnostic conference',
    weekday,
    startsAt: '12:00',
    endsAt: '13:30',
    isOptional: true,
    isForStudents: true,
  })),
  { ...noon, name: 'Pulmonary and critical care conference', weekday: 3 },
  { ...noon, name: 'Neurointerventional conference', weekday: 4, firstOn: '2026-07-09', everyWeeks: 2 },
  {
    name: 'Hepatobiliary tumor board',
    weekday: 2,
    startsAt: '16:00',
    endsAt: '17:00',
    isForStudents: true,
    note: setByUs,
  },
  { name: 'Lung tumor board', weekday: 2, startsAt: '17:00', endsAt: '18:00', isForStudents: true, note: setByUs },
  {
    name: 'Intensive care lecture',
    weekday: 3,
    startsAt: '13:30',
    endsAt: '14:30',
    isFirstOfMonth: true,
    isForStudents: false,
    note: `For residents, the first Wednesday of the month. ${setByUs}`,
  },
]

export const conferenceRows: (typeof conferences.$inferInsert)[] = conferenceLines.map((line) => ({
  firstOn: '2026-07-01',
  ...line,
  id: idOf(`conference ${line.name} ${line.weekday}`),
}))
