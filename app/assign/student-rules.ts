import { dayText } from '#app/ui/time'
import type { AssignFacts, Breach, Opening, Rule, Seat, Student } from './arrangement'

type Taken = { seat: Seat; student: Student; opening: Opening }

/** The seats of the students that these facts know, each with its opening. */
function taken({ students, openings, seats }: AssignFacts): Taken[] {
  return seats.flatMap((seat) => {
    const student = students.find(({ id }) => id === seat.studentId)
    const opening = openings.find(({ id }) => id === seat.openingId)
    return student && opening ? [{ seat, student, opening }] : []
  })
}

/** A rule about one student in one opening: the sentence that forbids it, or null. */
const about = (name: string, forbids: (taken: Taken) => string | null): Rule<AssignFacts> => ({
  name,
  hard: true,
  check: (facts) =>
    taken(facts).flatMap((it) => {
      const says = forbids(it)
      return says ? [breach(name, `${it.student.id} ${it.opening.id}`, [it.student.id], says)] : []
    }),
})

const breach = (rule: string, at: string, concerns: string[], says: string): Breach => ({
  rule,
  at,
  concerns,
  says,
  by: 1,
  unit: 'students',
})

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

const notBegun: Rule<AssignFacts> = {
  name: 'not-begun',
  hard: true,
  check: (facts) =>
    taken(facts).flatMap(({ student, opening }) =>
      opening.block.first > facts.today
        ? []
        : [breach('not-begun', `${student.id} ${opening.id}`, [student.id], `Began ${dayText(opening.block.first)}`)],
    ),
}

const requirementToApply = about('requirement-to-apply', ({ student }) => student.lacks)

const wished = about('wished', ({ student, opening }) =>
  student.wishes.some((wish) => wish.openingIds.includes(opening.id)) ? null : 'Not asked for',
)

/** One live placement an application. */
const onePlacement: Rule<AssignFacts> = {
  name: 'one-placement',
  hard: true,
  check: ({ seats }) => {
    const ids = [...new Set(seats.map((seat) => seat.studentId))]
    return ids.flatMap((id) => {
      const by = seats.filter((seat) => seat.studentId === id).length - 1
      return by > 0 ? [{ ...breach('one-placement', id, [id], 'Already placed for this application'), by }] : []
    })
  },
}

/** A student is never in two live placements on one day. */
const noOverlap: Rule<AssignFacts> = {
  name: 'no-overlap',
  hard: true,
  check: (facts) => {
    const stays = facts.seats.flatMap((seat) => {
      const block = facts.openings.find(({ id }) => id === seat.openingId)?.block
      return block ? [{ seat, block }] : []
    })
    return stays.flatMap((a, at) =>
      stays
        .slice(at + 1)
        .filter((b) => a.seat.personId === b.seat.personId && a.seat.studentId !== b.seat.studentId)
        .filter((b) => a.block.first <= b.block.last && b.block.first <= a.block.last)
        .map((b) => {
          const ids = [a.seat.studentId, b.seat.studentId].sort()
          return breach('no-overlap', ids.join(' '), ids, `Already with us in block ${a.block.name} on the same days`)
        }),
    )
  },
}

/** What forbids a seat because of the student, whoever else is placed. */
export const studentRules = [notBegun, eligibleYear, prerequisite, requirementToApply, wished, onePlacement, noOverlap]
