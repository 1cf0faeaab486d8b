import { addDays } from '#app/workflow/day.server'
import type { absences, clinics, duties, supervisors } from '#db/schema/program/supervisors'
import { attendings, idOf, type Member, residents } from './cast'
import { service } from './program'

type Duty = typeof duties.$inferInsert
const months = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11', '2026-12']
  .concat(['2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06'])
  .map((month) => ({ first: `${month}-01`, last: lastOf(month) }))

function lastOf(month: string): string {
  const [year, number] = month.split('-').map(Number)
  return addDays(number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`, -1)
}

const slugs: Record<string, string> = {
  IR: 'peripheral',
  Neuro: 'neuro',
  DR: 'diagnostic',
  MICU: 'micu',
  CICU: 'cicu',
  Vasc: 'vascular-surgery',
  Mammo: 'mammography',
  NM: 'nuclear-medicine',
  Elective: 'elective',
  Acute: 'acute-care-surgery',
  SurgOnc: 'surgical-oncology',
  Thoracic: 'thoracic-surgery',
  Peds: 'pediatric-surgery',
  Colorectal: 'colorectal-surgery',
  MinInv: 'minimally-invasive-surgery',
  Unnamed: 'general-surgery',
}

type ResidentYear = { who: Member; pgy: number; year: string }
/** July to June, a word a month; `DR:10` is ten months of it. */
const residentYears: ResidentYear[] = [
  { who: residents.haddad, pgy: 6, year: 'IR:4 Elective IR:3 Elective IR:3' },
  { who: residents.brandt, pgy: 6, year: 'IR:6 Elective IR:4 Elective' },
  { who: residents.raman, pgy: 5, year: 'IR IR Neuro CICU IR NM Neuro Vasc IR CICU Mammo IR' },
  { who: residents.okafor, pgy: 5, year: 'Vasc CICU IR Neuro Mammo IR IR Neuro NM IR CICU Vasc' },
  { who: residents.lindqvist, pgy: 4, year: 'IR Neuro DR:10' },
  { who: residents.osei, pgy: 4, year: 'Neuro IR DR:10' },
  { who: residents.tanaka, pgy: 3, year: 'DR:3 CICU IR:2 DR:6' },
  { who: residents.ferro, pgy: 3, year: 'DR:6 CICU IR:2 DR:3' },
  { who: residents.qureshi, pgy: 2, year: 'DR:10 IR:2' },
  { who: residents.castell, pgy: 2, year: 'DR:10 IR:2' },
  { who: residents.moreno, pgy: 1, year: 'Acute:2 SurgOnc:2 Vasc Thoracic Peds MICU IR Colorectal MinInv Unnamed' },
  { who: residents.abara, pgy: 1, year: 'SurgOnc:2 Acute:2 Peds MICU IR Vasc Thoracic MinInv Colorectal Unnamed' },
]

const row = (who: Member, slug: string, kind: Duty['kind'], firstOn: string, lastOn: string): Duty => ({
  id: idOf(`${kind} ${who.key} ${slug} ${firstOn}`),
  personId: who.personId,
  serviceId: service(slug),
  kind,
  firstOn,
  lastOn,
})

/** Two weeks of 40 hours each in intensive care, cut out of the year of diagnostic radiology. */
const micuWeeks = [
  { who: residents.qureshi, firstOn: '2026-09-14', lastOn: '2026-09-27' },
  { who: residents.castell, firstOn: '2026-10-12', lastOn: '2026-10-25' },
]

function dutiesOf({ who, year }: ResidentYear): Duty[] {
  let at = 0
  const runs = year.split(' ').map((part) => {
    const [word, length = '1'] = part.split(':')
    const first = months[at].first
    at += Number(length)
    return row(who, slugs[word], 'duty', first, months[at - 1].last)
  })
  return runs.flatMap((run) => without(who, joined(run, runs)))
}

/** Months of one service in a row are one duty. */
function joined(run: Duty, runs: Duty[]): Duty[] {
  const at = runs.indexOf(run)
  if (runs[at - 1]?.serviceId === run.serviceId) return []
  let end = at
  while (runs[end + 1]?.serviceId === run.serviceId) end++
  return [{ ...run, lastOn: runs[end].lastOn }]
}

function without(who: Member, runs: Duty[]): Duty[] {
  const micu = micuWeeks.find((it) => it.who === who)
  if (!micu) return runs
  return runs.flatMap((run) => {
    if (micu.firstOn < run.firstOn || micu.lastOn > run.lastOn) return [run]
    const after = addDays(micu.lastOn, 1)
    return [
      { ...run, lastOn: addDays(micu.firstOn, -1) },
      row(who, 'micu', 'duty', micu.firstOn, micu.lastOn),
      { ...run, id: idOf(`duty ${who.key} diagnostic ${after}`), firstOn: after },
    ]
  })
}

const everyWeeks = (first: string, last: string, weeks: number): string[] =>
  first > last ? [] : [first, ...everyWeeks(addDays(first, weeks * 7), last, weeks)]

/** IR call one weekend in four, from July 2026. */
const callRows = [
  { who: residents.qureshi, first: '2026-07-11' },
  { who: residents.castell, first: '2026-07-18' },
].flatMap(({ who, first }) =>
  everyWeeks(first, '2027-06-30', 4).map((saturday) => row(who, 'peripheral', 'call', saturday, addDays(saturday, 1))),
)

const peripheralists = Object.values(attendings).slice(0, 8)
const neuroists = Object.values(attendings).slice(8)

/** In turn from the week of June 29, 2026, Monday to Sunday. */
const rotaRows = everyWeeks('2026-06-29', '2027-06-30', 1).flatMap((monday, week) => [
  row(peripheralists[week % 8], 'peripheral', 'consult week', monday, addDays(monday, 6)),
  row(neuroists[week % 3], 'neuro', 'stroke week', monday, addDays(monday, 6)),
])

export const dutyRows: Duty[] = [
  ...residentYears.flatMap(dutiesOf),
  ...callRows,
  ...peripheralists.map((who) => row(who, 'peripheral', 'duty', '2026-07-01', '2027-06-30')),
  ...neuroists.map((who) => row(who, 'neuro', 'duty', '2026-07-01', '2027-06-30')),
  ...rotaRows,
]

const titles: Record<string, string> = { adler: 'Program director', duarte: 'Clerkship director' }
const mostOf = (pgy: number) => (pgy === 1 ? 0 : null)

export const supervisorRows: (typeof supervisors.$inferInsert)[] = [
  ...residentYears.map(({ who, pgy }) => ({
    personId: who.personId,
    kind: 'resident' as const,
    pgy,
    pgyFrom: '2026-07-01',
    mostStudents: mostOf(pgy),
    title: who === residents.haddad ? 'Chief resident' : null,
  })),
  ...Object.values(attendings).map((who, at) => ({
    personId: who.personId,
    kind: 'attending' as const,
    division: at < 8 ? ('peripheral' as const) : ('neuro' as const),
    title: titles[who.key] ?? null,
  })),
]

type Clinic = typeof clinics.$inferInsert
const clinic = (who: Member, weekday: number, half: Clinic['half'], kind: Clinic['kind']): Clinic => ({
  id: idOf(`clinic ${who.key} ${weekday} ${half}`),
  personId: who.personId,
  weekday,
  half,
  kind,
})

const { adler, bauer, chen, duarte, eriksen, faraj, gupta, hale, ito, jonas, kessler } = attendings
/** A clinic day is a morning and an afternoon; P7's Friday afternoon and P8's Thursday morning are vein clinic. */
const clinicDays: [Member, ...number[]][] = [
  [adler, 1, 4],
  [bauer, 2],
  [chen, 3, 5],
  [duarte, 1],
  [eriksen, 2, 4],
  [faraj, 3],
  [gupta, 5],
  [hale, 4],
  [ito, 2],
  [jonas, 3],
  [kessler, 4],
]
const veinClinics = [clinic(gupta, 5, 'afternoon', 'vein clinic'), clinic(hale, 4, 'morning', 'vein clinic')]
const halves = ['morning', 'afternoon'] as const

const { haddad, brandt, raman, okafor, lindqvist, osei, tanaka, ferro, qureshi, castell } = residents
const continuity: [Member, number, Clinic['half']][] = [
  [haddad, 1, 'afternoon'],
  [brandt, 3, 'morning'],
  [raman, 2, 'afternoon'],
  [okafor, 4, 'morning'],
  [lindqvist, 5, 'morning'],
  [osei, 1, 'morning'],
  [tanaka, 2, 'morning'],
  [ferro, 3, 'afternoon'],
  [qureshi, 4, 'afternoon'],
  [castell, 5, 'afternoon'],
]

export const clinicRows: Clinic[] = [
  ...clinicDays.flatMap(([who, ...days]) =>
    days.flatMap((day) =>
      halves.map((half) => {
        const own = clinic(who, day, half, 'clinic')
        return veinClinics.find((vein) => vein.id === own.id) ?? own
      }),
    ),
  ),
  ...continuity.map(([who, weekday, half]) => clinic(who, weekday, half, 'continuity clinic')),
]

/** Mondays of the weeks away: 20 weekdays each, never both seniors at once, none in intensive care. */
const vacations: [Member, ...string[]][] = [
  [haddad, '2026-08-10', '2026-11-09', '2027-03-15', '2027-06-21'],
  [brandt, '2026-07-20', '2027-01-11', '2027-04-12', '2027-06-07'],
  [raman, '2026-08-24', '2027-01-18', '2027-03-22', '2027-05-10'],
  [okafor, '2026-09-14', '2027-01-11', '2027-04-19', '2027-06-14'],
  [lindqvist, '2026-09-21', '2026-12-07', '2027-02-08', '2027-04-05'],
  [osei, '2026-10-19', '2027-01-25', '2027-03-08', '2027-05-03'],
  [tanaka, '2026-08-03', '2027-01-04', '2027-03-01', '2027-05-17'],
  [ferro, '2026-07-13', '2026-10-05', '2027-04-26', '2027-06-14'],
  [qureshi, '2026-08-17', '2026-11-02', '2027-01-11', '2027-03-22'],
  [castell, '2026-07-27', '2026-12-07', '2027-02-01', '2027-04-12'],
  [residents.moreno, '2026-09-14', '2026-11-16', '2026-12-14', '2027-04-19'],
  [residents.abara, '2026-08-10', '2026-10-12', '2027-03-15', '2027-05-10'],
  [bauer, '2026-08-24'],
  [hale, '2026-12-28'],
  [jonas, '2027-03-08'],
]

type Absence = typeof absences.$inferInsert
const away = (who: Member, kind: string, firstOn: string, lastOn: string, status: Absence['status']): Absence => ({
  id: idOf(`absence ${who.key} ${firstOn}`),
  personId: who.personId,
  kind,
  firstOn,
  lastOn,
  status,
})

export const absenceRows: Absence[] = [
  ...vacations.flatMap(([who, ...mondays]) =>
    mondays.map((monday) => away(who, 'Vacation', monday, addDays(monday, 4), 'approved')),
  ),
  away(lindqvist, 'Core examination', '2027-06-03', '2027-06-04', 'approved'),
  away(osei, 'Core examination', '2027-06-03', '2027-06-04', 'approved'),
  away(eriksen, 'Meeting', '2027-03-15', '2027-03-19', 'asked'),
]
