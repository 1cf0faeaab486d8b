import { seatOf } from './seat'
import { seatRules } from './seat-rules'
import { stayRules } from './stay-rules'
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
  /** 0 first, as the policy numbers them: some may hold nobody. */
  tier: number
  /** Mean points of the signed reviews, 0–3; null when nobody scored it. */
  score: number | null
  isAffiliated: boolean
  schoolId: Id | null
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
  schoolId: Id | null
  /** What holds it: a draft and an open offer may still move, an accepted or later place never does. */
  holds: 'draft' | 'offer' | 'place'
  /** Kept where it is in every proposal: pinned, or placed beyond the seats by the director. */
  isPinned: boolean
}
export type Stay = { seat: Seat; opening: Opening }
export type AssignFacts = {
  today: Day
  students: Student[]
  openings: Opening[]
  seats: Seat[]
  /** How many students of one school a block takes; null where the program doesn't say. */
  mostOfASchool: number | null
}

/** What breaks a rule; `at` names the place, so that two checks can be compared; `concerns` are applications. */
export type Breach = { rule: string; at: string; concerns: Id[]; says: string; by: number; unit: 'students' | 'seats' }
/** A student who might sit in an opening: what the solver chooses among. `wish` is its rank. */
export type Candidate = { student: Student; opening: Opening; wish: number }
/** The solver's copy of a rule in one place: of these columns at most so many, beside the holders who don't move. */
export type Limit = { rule: string; at: string; says: string; columns: number[]; upper: number; holders: Id[] }
/** `check` is the truth, `rows` the solver's copy: what may be added to the seats that the facts hold. */
export type Rule = {
  name: string
  hard: boolean
  check(facts: AssignFacts): Breach[]
  rows(facts: AssignFacts, candidates: Candidate[]): Limit[]
}

/** Every rule of who may sit where: the board, the write and the proposal use this one list. */
export const assignRules: Rule[] = [...studentRules, ...stayRules, ...seatRules]
/** The rules that count seats: what the program director may overbook, with a reason. */
export const countingRules = seatRules.map((rule) => rule.name)

/** Every breach among the seats taken. */
export const check = (facts: AssignFacts): Breach[] => assignRules.flatMap((rule) => rule.check(facts))

/** What this seat would break that isn't broken (or less) without it: empty when the student may be placed there. */
export const checkSeat = (facts: AssignFacts, student: Student, opening: Opening, before = check(facts)): Breach[] =>
  breachesBeyond(facts, [seatOf(student, opening)], before)

/** What these seats together would break that isn't broken (or less) without them. */
export function breachesBeyond(facts: AssignFacts, seats: Seat[], before = check(facts)): Breach[] {
  const already = new Map(before.map((breach) => [`${breach.rule} ${breach.at}`, breach.by]))
  return check({ ...facts, seats: [...facts.seats, ...seats] }).filter(
    (breach) => breach.by > (already.get(`${breach.rule} ${breach.at}`) ?? 0),
  )
}

/** The wish that this opening fulfils, best first; undefined when it was not asked for. */
export const wishFor = (student: Student, openingId: Id): Wish | undefined =>
  student.wishes.find((wish) => wish.openingIds.includes(openingId))
