import type { Workflow } from '#app/workflow/workflow'
import type { grades } from '#db/schema/evaluate/grades'

export type Grade = typeof grades.$inferSelect

export const gradeWorkflow = {
  sign: { from: ['drafted'], to: 'signed', by: 'grade.sign' },
  correct: { from: ['signed', 'corrected'], to: 'corrected', by: 'grade.sign' },
} as const satisfies Workflow<Grade['status']>

/** Where the home school has no scale of its own. */
export const defaultScale = ['Honors', 'High Pass', 'Pass', 'Fail']

/** "Due in 3 days" of a grade: days left until the aim and until the outer limit. */
export function countdown(toAim: number, toLimit: number): string {
  const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
  if (toLimit < 0) return `${days(-toLimit)} past the limit`
  if (toAim < 0)
    return `${days(-toAim)} late, ${toLimit === 0 ? 'the limit is today' : `${days(toLimit)} to the limit`}`
  return toAim === 0 ? 'Due today' : `Due in ${days(toAim)}`
}
