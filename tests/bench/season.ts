import type { AssignFacts, Block, Opening, Student } from '#app/assign/arrangement'

/** How large a season is: blocks of two weeks, services, and how many wishes a student has. */
type Size = { blocks: number; services: number; wishes: number; schools: number; mostOfASchool: number }
const sizes: Record<number, Size> = {
  30: { blocks: 13, services: 2, wishes: 8, schools: 5, mostOfASchool: 1 },
  60: { blocks: 13, services: 2, wishes: 8, schools: 8, mostOfASchool: 2 },
  300: { blocks: 26, services: 4, wishes: 10, schools: 20, mostOfASchool: 2 },
  3000: { blocks: 26, services: 8, wishes: 10, schools: 70, mostOfASchool: 2 },
  30000: { blocks: 26, services: 20, wishes: 10, schools: 250, mostOfASchool: 14 },
}
const TIERS = 4
/** Some schools send more than others: the share of a school grows with this. */
const SKEW = 1.3
/** How much blocks, and services, differ in how often they are wished for: the deviation of the logarithm. */
const TASTE = 0.65
const SEATS = 0.85
const BLOCK_SEATS = 0.9
const DAY_MS = 86_400_000

/** The same numbers for the same seed: from 0 up to 1 (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Normally distributed about 0 with deviation 1 (Box and Muller). */
const normal = (random: () => number) => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/**
 * A season of so many students in four tiers, as engine.md section 4 describes them: seats for 85 % of them, blocks that
 * take 90 % of their seats, at most so many of one school in a block, and some blocks and services liked more. How much
 * more is not said there: it is what comes nearest to the serial order's figures of section 2 (medians of 11 seeds).
 */
export function seasonOf(students: number, seed: number): AssignFacts {
  const random = randomOf(seed * 1000 + students)
  const size = sizes[students]
  const openings = openingsOf(students, size, random)
  const tastes = (count: number) => Array.from({ length: count }, () => Math.exp(TASTE * normal(random)))
  const [blocks, services] = [tastes(size.blocks), tastes(size.services)]
  const liked = openings.map((_, at) => blocks[Math.floor(at / size.services)] * services[at % size.services])
  const who = Array.from({ length: students }, (_, at) => studentOf(at, openings, liked, size, random))
  return { today: '2026-05-01', mostOfASchool: size.mostOfASchool, openings, seats: [], students: who }
}

const padded = (n: number) => String(n).padStart(5, '0')
const pick = (most: number, random: () => number) => Math.floor(random() * most)

function openingsOf(students: number, size: Size, random: () => number): Opening[] {
  const count = size.blocks * size.services
  const seats: number[] = Array(count).fill(0)
  for (let n = Math.round(students * SEATS); n > 0; n--) seats[pick(count, random)]++
  const clerkship = { id: 'elective', name: 'Elective', kind: 'elective' as const, weeks: 2, years: [3, 4] }
  return seats.map((n, at) => {
    const [b, s] = [Math.floor(at / size.services), at % size.services]
    const here = seats.slice(b * size.services, (b + 1) * size.services).reduce((sum, one) => sum + one, 0)
    const block = blockOf(b, Math.ceil(here * BLOCK_SEATS))
    const service = { id: `s${padded(s)}`, name: `Service ${s}`, most: students }
    return { id: `o${padded(at)}`, block, service, clerkship, seats: n, minimum: 0, held: null }
  })
}

function blockOf(at: number, seats: number): Block {
  const day = (days: number) => new Date(Date.parse('2026-07-06') + days * DAY_MS).toISOString().slice(0, 10)
  return { id: `b${padded(at)}`, name: `${at + 1}`, first: day(at * 14), last: day(at * 14 + 11), seats }
}

function studentOf(at: number, openings: Opening[], liked: number[], size: Size, random: () => number): Student {
  const lots = liked.map((weight, column) => ({ column, lot: Math.log(random()) / weight }))
  const wished = lots.sort((a, b) => b.lot - a.lot).slice(0, size.wishes)
  return {
    id: `a${padded(at)}`,
    personId: `p${padded(at)}`,
    name: `Student ${at}`,
    tier: pick(TIERS, random),
    score: pick(31, random) / 10,
    isAffiliated: false,
    schoolId: `h${Math.floor(size.schools * random() ** SKEW)}`,
    promotesOn: '2026-04-01',
    graduatesOn: '2027-12-31',
    preparedOn: '2026-04-01',
    lacks: null,
    wishes: wished.map(({ column }, rank) => ({ rank: rank + 1, openingIds: [openings[column].id] })),
  }
}

/** The same season in another order. */
export function shuffled(facts: AssignFacts, seed: number): AssignFacts {
  const random = randomOf(seed)
  const turned = <T>(list: T[]) =>
    list
      .map((it) => ({ it, lot: random() }))
      .sort((a, b) => a.lot - b.lot)
      .map(({ it }) => it)
  return { ...facts, students: turned(facts.students), openings: turned(facts.openings), seats: turned(facts.seats) }
}
