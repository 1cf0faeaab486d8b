import { and, eq, type SQL } from 'drizzle-orm'
import { applications, reviews } from '#db/schema/index'
import type { From } from './arrangement.server'

/** Signed reviews without a conflict, of the applications that `where` names. */
export const reviewsWhere = (from: From, where: SQL | undefined) =>
  from
    .select({ applicationId: reviews.applicationId, scores: reviews.scores })
    .from(reviews)
    .innerJoin(applications, eq(applications.id, reviews.applicationId))
    .where(and(where, eq(reviews.status, 'signed'), eq(reviews.hasConflict, false)))
type Review = Awaited<ReturnType<typeof reviewsWhere>>[number]

const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length

/** An application's score: the mean over its signed reviews of the mean of their rows' points, 0–3; null unscored. */
export function scoreOf(reviews: Review[], applicationId: string): number | null {
  const means = reviews
    .filter((review) => review.applicationId === applicationId)
    .map(({ scores }) => Object.values(scores))
    .filter((points) => points.length > 0)
    .map(mean)
  return means.length > 0 ? mean(means) : null
}
