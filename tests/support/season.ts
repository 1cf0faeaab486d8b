import type { AssignFacts, Opening, Seat, Student } from '#app/assign/arrangement'
import { seatOf } from '#app/assign/seat'
import fc from '#tests/support/property'

/** Blocks of four weeks with their halves, so that short and long stays share days. */
const blocks = ['2027-01-04', '2027-02-01', '2027-03-01'].flatMap((first, at) => {
  const day = (days: number) => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10)
  return [
    { id: `b${at}`, name: `${at}`, first, last: day(25) },
    { id: `b${at}a`, name: `${at}A`, first, last: day(11) },
    { id: `b${at}b`, name: `${at}B`, first: day(14), last: day(25) },
  ]
})
const clerkships = [
  { id: 'sub', name: 'Sub-internship', kind: 'sub-internship' as const, weeks: 4, years: [4] },
  { id: 'elective', name: 'Elective', kind: 'elective' as const, weeks: 2, years: [3, 4] },
]

const openings = fc.record({
  most: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 2 })),
  blockSeats: fc.option(fc.integer({ min: 0, max: 2 }), { freq: 3 }),
  seats: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 18, maxLength: 18 }),
  held: fc.array(fc.boolean(), { minLength: 18, maxLength: 18 }),
})

type Drawn = typeof openings extends fc.Arbitrary<infer T> ? T : never

const laidOut = ({ most, blockSeats, seats, held }: Drawn): Opening[] =>
  blocks.flatMap((block, b) =>
    ['peripheral', 'neuro'].map((id, s) => ({
      id: `${block.id} ${id}`,
      block: { ...block, seats: blockSeats },
      service: { id, name: id, most: most[s] },
      clerkship: clerkships[block.id.length > 2 ? 1 : 0],
      seats: seats[b * 2 + s],
      minimum: 0,
      held: held[b * 2 + s] && seats[b * 2 + s] > 0 ? { seats: 1, until: '2026-12-31' } : null,
    })),
  )

const all = laidOut({ most: [1, 1], blockSeats: null, seats: Array(18).fill(0), held: Array(18).fill(false) })
const wishes = (most: number) =>
  fc.shuffledSubarray(
    all.map(({ id }) => id),
    { maxLength: most },
  )

const students = (most: number, wished: number) =>
  fc.array(
    fc.record({
      tier: fc.integer({ min: 0, max: 2 }),
      score: fc.option(fc.integer({ min: 0, max: 3 })),
      school: fc.option(fc.constantFrom('a', 'b')),
      isAffiliated: fc.boolean(),
      person: fc.integer({ min: 0, max: Math.ceil(most * 1.5) }),
      promotesOn: fc.constantFrom('2026-07-01', '2026-07-01', '2027-02-15'),
      graduatesOn: fc.constantFrom('2027-06-30', '2027-06-30', '2027-03-20'),
      lacks: fc.constantFrom(null, null, null, 'The school has not confirmed'),
      wishes: wishes(wished),
      isPair: fc.boolean(),
      holds: fc.constantFrom('none', 'none', 'none', 'draft', 'offer', 'place', 'pin'),
    }),
    { maxLength: most },
  )

/** A season made at random: whoever waits, what is open, and who sits where already, within the rules or not. */
export const seasons = (most = 6, wished = 3): fc.Arbitrary<AssignFacts> =>
  fc
    .record({
      drawn: openings,
      students: students(most, wished),
      mostOfASchool: fc.option(fc.integer({ min: 1, max: 2 })),
      today: fc.constantFrom('2026-12-01', '2027-01-20'),
    })
    .map(({ drawn, students, mostOfASchool, today }) => {
      const openings = laidOut(drawn)
      const made = students.map((it, at) => ({ it, student: studentOf(it, at) }))
      const seats = made.flatMap(({ it, student }): Seat[] => {
        const opening = openings.find(({ id }) => it.wishes.includes(id))
        if (it.holds === 'none' || !opening) return []
        const holds = it.holds === 'pin' ? 'draft' : it.holds
        return [{ ...seatOf(student, opening), holds, isPinned: it.holds === 'pin' }]
      })
      return { today, mostOfASchool, openings, students: made.map(({ student }) => student), seats }
    })

type Made = ReturnType<typeof students> extends fc.Arbitrary<(infer T)[]> ? T : never

/** Two wishes in one, as for "any service", where the pair is asked for. */
const studentOf = (it: Made, at: number): Student => ({
  id: `s${String(at).padStart(2, '0')}`,
  personId: `p${it.person}`,
  name: `Student ${at}`,
  tier: it.tier,
  score: it.score,
  isAffiliated: it.isAffiliated,
  schoolId: it.school,
  promotesOn: it.promotesOn,
  graduatesOn: it.graduatesOn,
  preparedOn: '2026-12-15',
  lacks: it.lacks,
  wishes: (it.isPair && it.wishes.length > 1
    ? [it.wishes.slice(0, 2), ...it.wishes.slice(2).map((id) => [id])]
    : it.wishes.map((id) => [id])
  ).map((openingIds, rank) => ({ rank: rank + 1, openingIds })),
})

/** One season of so many students, the same each time: a class that wants more than there is. */
export function exampleSeason(students: number, seed = 1): AssignFacts {
  const made = fc.sample(fc.record({ wishes: wishes(5), tier: fc.integer({ min: 0, max: 3 }) }), {
    numRuns: students,
    seed,
  })
  const drawn = {
    most: [2, 2] as [number, number],
    blockSeats: null,
    seats: Array(18).fill(2),
    held: Array(18).fill(false),
  }
  return {
    today: '2026-12-01',
    mostOfASchool: null,
    openings: laidOut(drawn),
    seats: [],
    students: made.map(({ wishes, tier }, at) =>
      studentOf({ ...plain, person: at, wishes, tier, isPair: at % 5 === 0 }, at),
    ),
  }
}

const plain = {
  score: null,
  school: null,
  isAffiliated: false,
  promotesOn: '2026-07-01',
  graduatesOn: '2027-06-30',
  lacks: null,
  holds: 'none',
} as const
