import type { Policy } from '#app/program/placing'
import type { AssignFacts, Student } from './arrangement'
import { yearIn } from './student-rules'

/** Where a student stands by the program's policy: 0 is first in each, and the earlier decides. */
type Standing = { year: 0 | 1; school: 0 | 1; band: number }
const MOST_POINTS_TENTHS = 30

/**
 * Gives each student their tier, 0 first: fourth-years, then affiliated schools, then bands of the score. Every tier
 * that the policy knows has its number, held or not: it does not change with who else is to be placed.
 */
export const tiered = (facts: AssignFacts, policy: Policy): Student[] =>
  facts.students.map((student) => ({ ...student, tier: tierOf(standingOf(facts, student, policy), policy) }))

export type Tier = { tier: number; says: string; students: number }

/** Who is in which tier by this policy, and how many, from the first. */
export function tiersOf(facts: AssignFacts, policy: Policy): Tier[] {
  const tiers = new Map<number, Tier>()
  const placed = tiered(facts, policy)
  for (const [at, student] of facts.students.entries()) {
    const { tier } = placed[at]
    const says = standingText(standingOf(facts, student, policy), policy)
    tiers.set(tier, { tier, says, students: (tiers.get(tier)?.students ?? 0) + 1 })
  }
  return [...tiers.values()].sort((a, b) => a.tier - b.tier)
}

function tierOf({ year, school, band }: Standing, { affiliatesFirst, scoreTierTenths }: Policy): number {
  const [schools, bands] = [affiliatesFirst ? 2 : 1, scoreTierTenths > 0 ? lastBand(scoreTierTenths) + 1 : 1]
  return (year * schools + school) * bands + band
}

function standingOf({ openings }: AssignFacts, student: Student, policy: Policy): Standing {
  const first = openings.find(({ id }) => student.wishes[0]?.openingIds.includes(id))
  const isThirdYear = first ? yearIn(student, first.block) === 3 : false
  return {
    year: policy.fourthYearsFirst && isThirdYear ? 1 : 0,
    school: policy.affiliatesFirst && !student.isAffiliated ? 1 : 0,
    band: bandOf(student.score, policy.scoreTierTenths),
  }
}

/** Bands of the score from the best, 0; whoever has no score stands in the last. */
export function bandOf(score: number | null, tenths: number): number {
  if (tenths <= 0) return 0
  const last = lastBand(tenths)
  return score === null ? last : Math.min(last, Math.floor((MOST_POINTS_TENTHS - score * 10) / tenths))
}

const lastBand = (tenths: number) => Math.ceil(MOST_POINTS_TENTHS / tenths) - 1

/** "Fourth-years, affiliated schools, score above 2": whom a tier holds. */
function standingText({ year, school, band }: Standing, policy: Policy): string {
  const says = [
    policy.fourthYearsFirst && (year === 0 ? 'fourth-years' : 'third-years'),
    policy.affiliatesFirst && (school === 0 ? 'own and affiliated schools' : 'other schools'),
    policy.scoreTierTenths > 0 && scoreText(band, policy.scoreTierTenths),
  ].filter((it) => it !== false)
  const text = says.join(', ') || 'everybody'
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function scoreText(band: number, tenths: number): string {
  const [most, least] = [MOST_POINTS_TENTHS - band * tenths, MOST_POINTS_TENTHS - (band + 1) * tenths]
  if (band === lastBand(tenths)) return band === 0 ? 'with any score or none' : `score ${most / 10} or less, or none`
  return band === 0 ? `score above ${least / 10}` : `score above ${least / 10}, up to ${most / 10}`
}
