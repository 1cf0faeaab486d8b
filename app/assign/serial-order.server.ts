import { createHash } from 'node:crypto'
import type { ProposedSeat, Reason, Unplaced } from '#db/schema/assign/proposals'
import { type AssignFacts, type Breach, check, checkSeat, type Opening, type Student, seatOf } from './arrangement'
import { lotOf } from './lottery.server'

export type Serial = { seats: ProposedSeat[]; unplaced: Unplaced[] }

/**
 * Serial order (engine.md 1.5): tier, then score, unscored last, then the year's lottery; each student in turn takes
 * the best wish that no rule forbids. Nobody who is placed moves. The same facts and seed give the same answer.
 */
export function proposeSerially(facts: AssignFacts, seed: string): Serial {
  const taken = [...facts.seats]
  const answer: Serial = { seats: [], unplaced: [] }
  for (const student of inOrder(facts, seed)) {
    const { opening, wish, reasons } = bestFor({ ...facts, seats: taken }, student)
    if (!opening) answer.unplaced.push({ applicationId: student.id, reasons })
    else {
      taken.push(seatOf(student, opening))
      answer.seats.push({ applicationId: student.id, openingId: opening.id, wish, reasons })
    }
  }
  return answer
}

/** Those without a seat, first come the lowest tier, the highest score, the lowest lot. */
export function inOrder({ students, seats }: AssignFacts, seed: string): Student[] {
  const held = new Set(seats.map(({ studentId }) => studentId))
  return students
    .filter(({ id }) => !held.has(id))
    .map((student) => ({ student, lot: lotOf(seed, student.id) }))
    .sort(
      (a, b) =>
        a.student.tier - b.student.tier ||
        (b.student.score ?? -1) - (a.student.score ?? -1) ||
        (a.lot < b.lot ? -1 : Number(a.lot > b.lot)),
    )
    .map(({ student }) => student)
}

type Best = { opening: Opening | null; wish: number; reasons: Reason[] }

function bestFor(facts: AssignFacts, student: Student): Best {
  const before = check(facts)
  const reasons: Reason[] = []
  for (const { rank, openingIds } of [...student.wishes].sort((a, b) => a.rank - b.rank)) {
    const openings = facts.openings.filter(({ id }) => openingIds.includes(id)).sort((a, b) => (a.id < b.id ? -1 : 1))
    const tried = openings.map((opening) => ({ opening, breaches: checkSeat(facts, student, opening, before) }))
    const free = tried.find(({ breaches }) => breaches.length === 0)
    if (free) return { opening: free.opening, wish: rank, reasons }
    reasons.push(reasonOf(rank, tried[0]?.breaches ?? []))
  }
  return { opening: null, wish: 0, reasons }
}

const kinds: Record<string, Reason['kind']> = {
  'eligible-year': 'ineligible',
  prerequisite: 'ineligible',
  'requirement-to-apply': 'ineligible',
  wished: 'ineligible',
  'no-overlap': 'overlap',
  'one-placement': 'overlap',
  'not-begun': 'closed',
}
const order: Reason['kind'][] = ['ineligible', 'overlap', 'closed', 'full']

/** The first that holds: ineligible, overlap, closed, full. */
function reasonOf(wish: number, breaches: Breach[]): Reason {
  const sorted = breaches
    .map(({ rule, says }) => ({ wish, kind: kinds[rule] ?? ('full' as const), rule, says }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
  return sorted[0] ?? { wish, kind: 'closed', rule: 'opening', says: 'Not open' }
}

/** The hash of all that goes into a run: the same input is recognized, in whatever order it was read. */
export function inputHash({ today, students, openings, seats }: AssignFacts, seed: string): string {
  const sorted = <T>(list: T[], key: (it: T) => string) => [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const input = {
    seed,
    today,
    students: sorted(students, ({ id }) => id),
    openings: sorted(openings, ({ id }) => id),
    seats: sorted(seats, ({ studentId, openingId }) => `${studentId} ${openingId}`),
  }
  return createHash('sha256').update(JSON.stringify(input)).digest('hex')
}
