import { dayAt } from '#app/workflow/day.server'
import type { AssignFacts, Opening, Seat, Student } from './arrangement'
import type { OpeningRow, Rows, SeatRow, StudentRow, WishRow } from './arrangement.server'

/** The rows as the rules see them. */
export function factsOf({ openings, seats, students, wishes, rules }: Rows, now: Date): AssignFacts {
  const byPlace = grouped(openings, ({ opening }) => `${opening.clerkshipId} ${opening.blockId}`)
  const wishesBy = grouped(wishes, ({ choice }) => choice.applicationId)
  return {
    today: dayAt(now),
    mostOfASchool: rules[0]?.mostOfASchool ?? null,
    openings: openings.map(openingOf),
    seats: seats.map(seatOf),
    students: students.map((row) => studentOf(row, byPlace, wishesBy.get(row.application.id) ?? [])),
  }
}

/** The rows by a key, each list in their order. */
function grouped<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

const openingOf = ({ opening, block, service, clerkship }: OpeningRow): Opening => ({
  id: opening.id,
  block: { id: block.id, name: block.name, first: block.firstOn, last: block.lastOn, seats: block.mostStudents },
  service: { id: service.id, name: service.name, most: service.mostStudents },
  clerkship,
  seats: opening.seats,
  minimum: opening.minimum,
  held: opening.heldSeats && opening.heldUntilOn ? { seats: opening.heldSeats, until: opening.heldUntilOn } : null,
})

const seatOf = ({ placement, schoolId, isAffiliated, isOwn }: SeatRow): Seat => ({
  studentId: placement.applicationId ?? placement.id,
  personId: placement.studentId,
  openingId: placement.openingId,
  isAffiliated: Boolean(isAffiliated || isOwn),
  schoolId,
  holds: placement.status === 'draft' ? 'draft' : placement.status === 'offered' ? 'offer' : 'place',
  isPinned: placement.isPinned || placement.isOverbooked,
})

type Places = Map<string, OpeningRow[]>

function studentOf({ application, profile, name, school, word }: StudentRow, places: Places, wishes: WishRow[]) {
  return {
    id: application.id,
    personId: application.studentId,
    name,
    tier: 0,
    score: null,
    isAffiliated: Boolean(school?.isAffiliated || school?.isOwn),
    schoolId: school?.id ?? null,
    promotesOn: profile.promotesOn,
    graduatesOn: profile.graduatesOn,
    preparedOn: [profile.medicineDoneOn, profile.surgeryDoneOn].sort()[1],
    lacks: word && word !== 'confirmed' ? 'The home school has not confirmed the student' : null,
    wishes: wishes.map(({ choice }) => ({
      rank: choice.rank,
      openingIds: (places.get(`${application.clerkshipId} ${choice.blockId}`) ?? []).flatMap(({ opening }) =>
        choice.serviceId === null || choice.serviceId === opening.serviceId ? [opening.id] : [],
      ),
    })),
  } satisfies Student
}
