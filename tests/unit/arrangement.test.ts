import { expect, test } from 'vitest'
import { type AssignFacts, check, checkSeat, type Opening, type Student } from '#app/assign/arrangement'
import { seatOf } from '#app/assign/seat'
import { crowds } from '#app/assign/seat-rules'
import { inputHash, proposeSerially } from '#app/assign/serial-order.server'
import { inTurns } from '#app/assign/turns.server'
import fc from '#tests/support/property'

const peripheral = { id: 'peripheral', name: 'Peripheral IR', most: 3 }
const block = (name: string, first: string, last: string) => ({ id: name, name, first, last, seats: null })
const clerkship = { id: 'sub', name: 'Sub-internship', kind: 'sub-internship' as const, weeks: 4, years: [4] }
const opening = (id: string, seats: number, it: Partial<Opening> = {}): Opening => ({
  id,
  block: block('9', '2027-03-01', '2027-03-26'),
  service: peripheral,
  clerkship,
  seats,
  minimum: 0,
  held: null,
  ...it,
})
const student = (id: string, openingIds: string[], it: Partial<Student> = {}): Student => ({
  id,
  personId: `person ${id}`,
  name: id,
  tier: 0,
  score: null,
  isAffiliated: false,
  schoolId: null,
  promotesOn: '2026-07-01',
  graduatesOn: '2027-06-30',
  preparedOn: '2026-06-30',
  lacks: null,
  wishes: openingIds.map((one, at) => ({ rank: at + 1, openingIds: [one] })),
  ...it,
})
const facts = (it: Partial<AssignFacts>): AssignFacts => ({
  today: '2026-11-24',
  students: [],
  openings: [],
  seats: [],
  mostOfASchool: null,
  ...it,
})
const rulesFor = (it: AssignFacts, who: Student, where: Opening) => checkSeat(it, who, where).map(({ rule }) => rule)
const spring = opening('spring', 1)

test.each<[string, Partial<Student>, Partial<Opening>]>([
  ['eligible-year', { promotesOn: '2027-07-01' }, {}],
  ['eligible-year', { graduatesOn: '2027-03-25' }, {}],
  ['prerequisite', { preparedOn: '2027-03-01' }, {}],
  ['requirement-to-apply', { lacks: 'The home school has not confirmed the student' }, {}],
  ['wished', { wishes: [] }, {}],
  ['not-begun', {}, { block: block('6', '2026-11-24', '2026-12-18') }],
  ['seats-opening', {}, { seats: 0 }],
  ['seats-block', {}, { block: { ...spring.block, seats: 0 } }],
  ['seats-day', {}, { service: { ...peripheral, most: 0 } }],
  ['held-seats', {}, { held: { seats: 1, until: '2026-11-24' } }],
])('%s forbids a seat, and nothing else does', (rule, who, where) => {
  const place = opening('spring', 1, where)
  const one = student('a', ['spring'], who)
  expect(rulesFor(facts({ students: [one], openings: [place] }), one, place)).toEqual([rule])
})

test('a student on whom every rule smiles may be placed, up to the last day of study', () => {
  const one = student('a', ['spring'], { graduatesOn: '2027-03-26', preparedOn: '2027-02-28' })
  expect(rulesFor(facts({ students: [one], openings: [spring] }), one, spring)).toEqual([])
})

test('a held seat is given to an affiliated school at once, to others after the day', () => {
  const place = opening('spring', 1, { held: { seats: 1, until: '2026-12-29' } })
  const ours = student('a', ['spring'], { isAffiliated: true })
  const other = student('b', ['spring'])
  const it = facts({ students: [ours, other], openings: [place] })
  expect(rulesFor(it, ours, place)).toEqual([])
  expect(rulesFor(it, other, place)).toEqual(['held-seats'])
  expect(rulesFor({ ...it, today: '2026-12-30' }, other, place)).toEqual([])
})

test('a service is counted day by day over overlapping blocks, across New Year too', () => {
  const one = { ...peripheral, most: 1 }
  const long = opening('long', 1, { block: block('Y', '2026-12-21', '2027-01-15'), service: one })
  const late = opening('late', 1, { block: block('Z', '2027-01-15', '2027-01-29'), service: one })
  const after = opening('after', 1, { block: block('W', '2027-01-16', '2027-01-29'), service: one })
  const [a, b] = [student('a', ['long']), student('b', ['late', 'after'])]
  const it = facts({ students: [a, b], openings: [long, late, after], seats: [seatOf(a, long)] })
  expect(rulesFor(it, b, late)).toEqual(['seats-day'])
  expect(rulesFor(it, b, after)).toEqual([])
  expect(crowds(it, one.id, 1)).toMatchObject([{ first: '2026-12-21', last: '2027-01-15' }])
})

test('a student is never in two places on one day, nor twice for one application', () => {
  const half = opening('half', 1, { block: block('9B', '2027-03-15', '2027-03-26') })
  const first = student('a', ['spring', 'half'])
  const second = student('b', ['half'], { personId: first.personId })
  const it = facts({ students: [first, second], openings: [spring, half], seats: [seatOf(first, spring)] })
  expect(rulesFor(it, second, half)).toEqual(['no-overlap'])
  expect(rulesFor(it, first, half)).toEqual(['one-placement'])
  const elsewhere = { ...seatOf(first, spring), openingId: 'in a block that is not looked at' }
  expect(rulesFor({ ...it, seats: [elsewhere] }, first, half)).toEqual(['one-placement'])
})

test('turns go by tier, then score with the unscored last, then the lottery', () => {
  const [a, b] = [student('low', [], { score: 1 }), student('high', [], { score: 2.5 })]
  const [c, d] = [student('unscored', []), student('second tier', [], { tier: 1, score: 3 })]
  const order = inTurns([d, c, a, b], 'seed').map(({ id }) => id)
  expect(order).toEqual(['high', 'low', 'unscored', 'second tier'])
})

const anything = fc.record({
  seats: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 }),
  students: fc.array(
    fc.record({ score: fc.option(fc.integer({ min: 0, max: 3 })), wishes: fc.shuffledSubarray([0, 1, 2, 3, 4]) }),
    { maxLength: 12 },
  ),
})

test('a proposal breaks no rule, gives each better wish one reason, and is the same for the same input', () => {
  fc.assert(
    fc.property(anything, ({ seats, students }) => {
      const openings = seats.map((n, at) => opening(`o${at}`, n))
      const all = students.map(({ score, wishes }, at) =>
        student(
          `s${at}`,
          wishes.filter((n) => n < seats.length).map((n) => `o${n}`),
          { score },
        ),
      )
      const it = facts({ students: all, openings })
      const answer = proposeSerially(it, 'seed')
      const seated = answer.seats.map(({ applicationId, openingId }) =>
        seatOf(all.find(({ id }) => id === applicationId)!, openings.find(({ id }) => id === openingId)!),
      )
      expect(check({ ...it, seats: seated })).toEqual([])
      for (const { wish, reasons } of answer.seats) expect(reasons.map((one) => one.wish)).toEqual(ranksUnder(wish))
      for (const { applicationId, reasons } of answer.unplaced)
        expect(reasons).toHaveLength(all.find(({ id }) => id === applicationId)!.wishes.length)
      const shuffled = facts({ students: [...all].reverse(), openings: [...openings].reverse() })
      expect(proposeSerially(shuffled, 'seed')).toEqual(answer)
      expect(inputHash(shuffled, 'seed')).toBe(inputHash(it, 'seed'))
    }),
    { numRuns: 100 },
  )
})

const ranksUnder = (wish: number) => Array.from({ length: wish - 1 }, (_, at) => at + 1)
