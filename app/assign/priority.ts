import type { AssignFacts, Student } from './arrangement'
import { yearIn } from './student-rules'

/** Who is placed first, as the program says it. */
export type Priority = { fourthYearsFirst: boolean; affiliatesFirst: boolean; scoreTierTenths: number }
const MOST_POINTS_TENTHS = 30

/** Gives each student their tier, 0 first: fourth-years, then affiliated schools, then bands of the score. */
export function tiered(facts: AssignFacts, priority: Priority): Student[] {
  const keys = new Map(facts.students.map((student) => [student, keyOf(facts, student, priority)]))
  const order = [...new Set(keys.values())].sort((a, b) => a - b)
  return facts.students.map((student) => ({ ...student, tier: order.indexOf(keys.get(student)!) }))
}

const BANDS = 100

function keyOf({ openings }: AssignFacts, student: Student, priority: Priority): number {
  const first = openings.find(({ id }) => student.wishes[0]?.openingIds.includes(id))
  const isThirdYear = first ? yearIn(student, first.block) === 3 : false
  const year = priority.fourthYearsFirst && isThirdYear ? 2 : 0
  const school = priority.affiliatesFirst && !student.isAffiliated ? 1 : 0
  return (year + school) * BANDS + bandOf(student.score, priority.scoreTierTenths)
}

/** Bands of the score from the best, 0; whoever has no score stands in the last. */
export function bandOf(score: number | null, tenths: number): number {
  if (tenths <= 0) return 0
  const last = Math.ceil(MOST_POINTS_TENTHS / tenths) - 1
  return score === null ? last : Math.min(last, Math.floor((MOST_POINTS_TENTHS - score * 10) / tenths))
}
