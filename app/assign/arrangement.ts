import { seatRules } from './seat-rules'
import { studentRules } from './student-rules'

type Id = string
/** A civil day, inclusive. */
type Day = string

export type Wish = { rank: number; openingIds: Id[] }
/** One application; `id` is the application's, `personId` the student's. */
export type Student = {
  id: Id
  personId: Id
  name: string
  tier: number
  /** Mean points of the signed reviews, 0–3; null when nobody scored it. */
  score: number | null
  isAffiliated: boolean
  promotesOn: Day
  graduatesOn: Day
  /** The day from which the clerkships that come before are done. */
  preparedOn: Day
  /** What the application still lacks to be placed at all, as a sentence. */
  lacks: string | null
  wishes: Wish[]
}
export type Block = { id: Id; name: string; first: Day; last: Day; seats: number | null }
export type Service = { id: Id; name: string; most: number }
export type Opening = {
  id: Id
  block: Block
  service: Service
  clerkship: { id: Id; name: string; kind: 'sub-internship' | 'elective'; weeks: number; years: number[] }
  seats: number
  minimum: number
  held: { seats: number; until: Day } | null
}
/** Somebody in an opening: a live placement, or one that is tried out. */
export type Seat = {
  studentId: Id
  personId: Id
  openingId: Id
  isAffiliated: boolean
  isPinned: boolean
}
export type AssignFacts = { today: Day; students: Student[]; openings: Opening[]; seats: Seat[] }

/** What breaks a rule; `at` names the place, so that two checks can be compared; `concerns` are applications. */
export type Breach = { rule: string; at: string; concerns: Id[]; says: string; by: number; unit: 'students' | 'seats' }
export type Rule<F> = { name: string; hard: boolean; check(facts: F): Breach[] }

/** Every rule of who may sit where: the board, the write and the proposal use this one list. */
export const assignRules: Rule<AssignFacts>[] = [...studentRules, ...seatRules]
/** The rules that count seats: what the program director may overbook, with a reason. */
export const countingRules = seatRules.map((rule) => rule.name)

/** Every breach among the seats taken. */
export const check = (facts: AssignFacts): Breach[] => assignRules.flatMap((rule) => rule.check(facts))

/** What this seat would break that isn't broken (or less) without it: empty when the student may be placed there. */
export function checkSeat(facts: AssignFacts, student: Student, opening: Opening, before = check(facts)): Breach[] {
  const already = new Map(before.map((breach) => [`${breach.rule} ${breach.at}`, breach.by]))
  const seat = seatOf(student, opening)
  return check({ ...facts, seats: [...facts.seats, seat] }).filter(
    (breach) => breach.by > (already.get(`${breach.rule} ${breach.at}`) ?? 0),
  )
}

export const seatOf = (student: Student, opening: Opening): Seat => ({
  studentId: student.id,
  personId: student.personId,
  openingId: opening.id,
  isAffiliated: student.isAffiliated,
  isPinned: false,
})

/** The wish that this opening fulfils, best first; undefined when it was not asked for. */
export const wishFor = (student: Student, openingId: Id): Wish | undefined =>
  student.wishes.find((wish) => wish.openingIds.includes(openingId))
