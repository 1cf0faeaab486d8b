import { type Loads, loadOn } from './load'

/** Everything the rules ask about a supervisor. Days are civil and inclusive. */
export type Supervisor = {
  id: string
  name: string
  kind: 'resident' | 'attending'
  pgy: number | null
  most: number
  duties: { serviceId: string; kind: string; firstOn: string; lastOn: string }[]
  absences: { firstOn: string; lastOn: string }[]
}
export type Placed = {
  placementId: string
  studentId: string
  serviceId: string
  firstOn: string
  lastOn: string
  excluded: string[]
}
export type Span = { firstOn: string; lastOn: string }
export type Pairing = Span & { placementId: string; supervisorId: string }
type PairFacts = { supervisor: Supervisor; student: Placed; span: Span; days: string[]; loads: Loads }
type PairRule = { name: string; check(facts: PairFacts): string | null }

const covers = (it: Span, day: string) => it.firstOn <= day && day <= it.lastOn
export const overlaps = (a: Span, b: Span) => a.firstOn <= b.lastOn && b.firstOn <= a.lastOn
const leads = (duty: Supervisor['duties'][number]) => duty.kind !== 'call'

/** What forbids a choice, each in one sentence; the page shows it and the write refuses by it. */
export const pairRules: PairRule[] = [
  {
    name: 'inside-placement',
    check: ({ student, span }) =>
      span.firstOn >= student.firstOn && span.lastOn <= student.lastOn ? null : 'is outside the student’s dates',
  },
  {
    name: 'level',
    check: ({ supervisor }) => (supervisor.most > 0 ? null : `takes no student (PGY ${supervisor.pgy ?? '–'})`),
  },
  {
    name: 'on-duty',
    check: ({ supervisor, student, days }) => {
      const on = (day: string) =>
        supervisor.duties.some((duty) => leads(duty) && duty.serviceId === student.serviceId && covers(duty, day))
      return supervisor.kind === 'attending' || days.every(on) ? null : 'is not on this service on every day'
    },
  },
  {
    name: 'not-absent',
    check: ({ supervisor, days }) =>
      days.some((day) => supervisor.absences.some((absence) => covers(absence, day))) ? 'is away' : null,
  },
  {
    name: 'excluded',
    check: ({ supervisor, student }) =>
      student.excluded.includes(supervisor.id) || supervisor.id === student.studentId
        ? 'may not be paired with this student'
        : null,
  },
  {
    name: 'most-students',
    check: ({ supervisor, student, days, loads }) => {
      const load = loadOn(loads, supervisor.id, days, student.placementId)
      return supervisor.kind === 'attending' || load < supervisor.most
        ? null
        : `already has ${load} of ${supervisor.most} students`
    },
  },
]

/** The first sentence that forbids this pairing ("is away"), or null. */
export function forbids(facts: PairFacts): string | null {
  for (const rule of pairRules) {
    const says = rule.check(facts)
    if (says) return says
  }
  return null
}

/** A week cut where a resident of the service comes, goes or is away, so that one person can hold each part. */
export function cutWeek(
  week: Span,
  serviceId: string,
  supervisors: Supervisor[],
  next: (day: string) => string,
): Span[] {
  const residents = supervisors.filter((it) => it.kind === 'resident' && it.most > 0)
  const theirs = residents.flatMap((it) => {
    const here = it.duties.filter((duty) => leads(duty) && duty.serviceId === serviceId)
    const away = here.length > 0 ? it.absences : []
    return [...here, ...away]
  })
  const starts = new Set([week.firstOn])
  for (const span of theirs) {
    for (const day of [span.firstOn, next(span.lastOn)]) if (day > week.firstOn && day <= week.lastOn) starts.add(day)
  }
  const sorted = [...starts].sort()
  return sorted.map((firstOn, at) => ({
    firstOn,
    lastOn: at + 1 < sorted.length ? before(sorted[at + 1]) : week.lastOn,
  }))
}

const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** The row's states: a draft is only the coordinator's; published, both sides see it. */
export const pairingWorkflow = {
  publish: { from: ['draft'], to: 'published', by: 'pairing.arrange' },
} as const
