import type { Policy } from '#db/schema/program/program'

export type { Policy }

export const placingLabels: Record<keyof Policy, string> = {
  fourthYearsFirst: 'Fourth-years are placed before third-years',
  affiliatesFirst: 'Students of our own and affiliated schools are placed before others',
  scoreTierTenths: 'Width of a tier of scores (tenths of a point)',
  mostOfASchool: 'Most students of one school in a block',
}

/** The same policy, whatever else stands in its row. */
export const policyOf = (row: Policy): Policy => ({
  fourthYearsFirst: row.fourthYearsFirst,
  affiliatesFirst: row.affiliatesFirst,
  scoreTierTenths: row.scoreTierTenths,
  mostOfASchool: row.mostOfASchool,
})

export const isSamePolicy = (one: Policy, other: Policy): boolean =>
  JSON.stringify(policyOf(one)) === JSON.stringify(policyOf(other))

/** "Fourth-years come first, then students of our own and affiliated schools, then higher scores, …" */
export function policyText(policy: Policy): string {
  const first = [
    policy.fourthYearsFirst && 'fourth-years before third-years',
    policy.affiliatesFirst && 'students of our own and affiliated schools before others',
    policy.scoreTierTenths > 0 && `higher scores before lower ones, ${pointsText(policy.scoreTierTenths)} a tier`,
  ].filter((it) => it !== false)
  const order =
    first.length > 0
      ? `Placed first: ${first.join('; then ')}.`
      : 'Everybody is in one tier: wishes decide, then score and the lottery among equals.'
  const { mostOfASchool } = policy
  return mostOfASchool === null ? order : `${order} A block takes at most ${mostOfASchool} of one school.`
}

/** "1 point", "half a point", "0.7 points". */
function pointsText(tenths: number): string {
  if (tenths === 5) return 'half a point'
  return tenths === 10 ? '1 point' : `${tenths / 10} points`
}
