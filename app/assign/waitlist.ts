import { type AssignFacts, breachesBeyond, check, checkSeat, type Opening, type Student, wishFor } from './arrangement'

type Season = {
  turns: Student[]
  undecided: Set<string>
  /** Places that we cancelled, with no decision since, by opening and application. */
  cancelled: Set<string>
  places: Map<string, { rank: number | null }>
}
type Line = { students: Student[]; undecided: Set<string> }

/**
 * Who wants an opening, first to last: as the coordinator put them, then everybody else in turn.
 * Whoever joins after the order was changed by hand stands behind it.
 */
export function lineFor({ places, turns, undecided, cancelled }: Season, openingId: string): Line {
  const wants = (student: Student) => wishFor(student, openingId) && !cancelled.has(`${openingId} ${student.id}`)
  const students = turns
    .filter(wants)
    .map((student) => ({ student, rank: places.get(`${openingId} ${student.id}`)?.rank ?? Number.MAX_SAFE_INTEGER }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ student }) => student)
  return { students, undecided }
}

/** Rules that nobody in the line can meet while there is no seat. */
const full = ['seats-opening', 'seats-block', 'seats-day']

export type Passed = { student: Student; says: string }
/**
 * Who would be offered the seat, and who before them can't have it, with why. `full` = why there is no seat;
 * `first` = who can be placed, stands before everybody who waits, and is not decided about yet.
 */
export type Turn = { next: Student | null; passed: Passed[]; full: string | null; first: Student | null }

/** Whose turn it is in an opening now, by the rules that the board and the write go by. */
export function turnIn(facts: AssignFacts, opening: Opening, line: Line, before = check(facts)): Turn {
  const turn: Turn = { next: null, passed: [], full: null, first: null }
  for (const student of line.students) {
    const breaches = checkSeat(facts, student, opening, before)
    const isUndecided = line.undecided.has(student.id)
    if (breaches.length === 0) return { ...turn, [isUndecided ? 'first' : 'next']: student }
    const none = breaches.find(({ rule }) => full.includes(rule))
    if (none) return { ...turn, full: none.says }
    if (!isUndecided) turn.passed.push({ student, says: breaches[0].says })
  }
  return turn
}

/** Why there is no seat in an opening, whoever comes; null when there is one. */
export function fullFor(facts: AssignFacts, { id }: Opening, before = check(facts)): string | null {
  const who = { studentId: '', personId: '', schoolId: null, isAffiliated: true }
  const breaches = breachesBeyond(facts, [{ ...who, openingId: id, holds: 'draft', isPinned: false }], before)
  return breaches.find(({ rule }) => full.includes(rule))?.says ?? null
}

/** Where somebody stands in line: "1st", "2nd", "13th". */
export function ordinal(n: number): string {
  const ends: Record<string, string> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
  return `${n}${ends[new Intl.PluralRules('en-US', { type: 'ordinal' }).select(n)]}`
}
