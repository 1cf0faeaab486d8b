import { dayText } from '#app/ui/time'
import type { AssignFacts, Candidate, Opening, Rule, Student } from './arrangement'

type Asked = { student: Student; opening: Opening; facts: AssignFacts }

/** A rule about one student in one opening: the sentence that forbids it, or null. */
const about = (name: string, forbids: (asked: Asked) => string | null): Rule => {
  const told = (facts: AssignFacts, { student, opening }: Pick<Candidate, 'student' | 'opening'>) => ({
    rule: name,
    at: `${student.id} ${opening.id}`,
    says: forbids({ student, opening, facts }),
  })
  return {
    name,
    hard: true,
    check: (facts) =>
      taken(facts).flatMap((it) => {
        const { says, ...where } = told(facts, it)
        return says ? [{ ...where, says, concerns: [it.student.id], by: 1, unit: 'students' as const }] : []
      }),
    rows: (facts, candidates) =>
      candidates.flatMap((it, column) => {
        const { says, ...where } = told(facts, it)
        return says ? [{ ...where, says, columns: [column], upper: 0, holders: [] }] : []
      }),
  }
}

/** The seats of the students that these facts know, each with its opening. */
function taken({ students, openings, seats }: AssignFacts) {
  const [byStudent, byOpening] = [
    new Map(students.map((it) => [it.id, it])),
    new Map(openings.map((it) => [it.id, it])),
  ]
  return seats.flatMap((seat) => {
    const [student, opening] = [byStudent.get(seat.studentId), byOpening.get(seat.openingId)]
    return student && opening ? [{ student, opening }] : []
  })
}

/** 3 or 4 on the block's first day; null once the student has graduated before its last. */
export function yearIn(student: Pick<Student, 'promotesOn' | 'graduatesOn'>, block: { first: string; last: string }) {
  if (block.last > student.graduatesOn) return null
  return block.first >= student.promotesOn ? 4 : 3
}

const eligibleYear = about('eligible-year', ({ student, opening }) => {
  const year = yearIn(student, opening.block)
  if (year === null) return `Graduates ${dayText(student.graduatesOn)}, before block ${opening.block.name} ends`
  if (opening.clerkship.years.includes(year)) return null
  return `${year === 3 ? 'Third' : 'Fourth'}-years may not hold this: ${opening.clerkship.name}`
})

const prerequisite = about('prerequisite', ({ student, opening }) =>
  student.preparedOn < opening.block.first
    ? null
    : `Medicine and surgery clerkships are done ${dayText(student.preparedOn)}, after the first day`,
)

const notBegun = about('not-begun', ({ opening, facts }) =>
  opening.block.first > facts.today ? null : `Began ${dayText(opening.block.first)}`,
)

const requirementToApply = about('requirement-to-apply', ({ student }) => student.lacks)

const wished = about('wished', ({ student, opening }) =>
  student.wishes.some((wish) => wish.openingIds.includes(opening.id)) ? null : 'Not asked for',
)

/** What forbids a seat because of the student, whoever else is placed. */
export const studentRules: Rule[] = [notBegun, eligibleYear, prerequisite, requirementToApply, wished]
