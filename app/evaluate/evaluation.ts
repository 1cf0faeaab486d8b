import type { Workflow } from '#app/workflow/workflow'
import type { evaluations } from '#db/schema/evaluate/evaluations'
import type { Answers, Questionnaire } from './questionnaire'
import { isMidpoint } from './questionnaire'

export type Evaluation = typeof evaluations.$inferSelect

export const evaluationWorkflow = {
  draft: { from: ['requested'], to: 'drafted', by: 'evaluation.write' },
  sign: { from: ['requested', 'drafted'], to: 'signed', by: 'evaluation.write' },
  amend: { from: ['signed'], to: 'signed', by: 'evaluation.write' },
  decline: { from: ['requested', 'drafted'], to: 'declined', by: 'evaluation.write' },
  expire: { from: ['requested', 'drafted'], to: 'expired', by: 'evaluation.expire' },
} as const satisfies Workflow<Evaluation['status']>

export const openStatuses = ['requested', 'drafted'] as const

export const isOpen = ({ status }: Pick<Evaluation, 'status'>) => status === 'requested' || status === 'drafted'

/** "Due in 3 days", "Due today", "Overdue 2 days": `left` counts days until the due day. */
export function dueText(left: number): string {
  const days = (n: number) => (n === 1 ? '1 day' : `${n} days`)
  if (left < 0) return `Overdue ${days(-left)}`
  return left === 0 ? 'Due today' : `Due in ${days(left)}`
}

/** The form's title: what is asked about whom. */
export const titleOf = (slug: Questionnaire['slug'], subject: string) =>
  isMidpoint(slug) ? `Midpoint feedback for ${subject}` : `Evaluate ${subject}`

/** How many ratings of the form have no answer yet. */
export const ratingsLeft = (items: Questionnaire['items'], answers: Answers) =>
  items.filter((item) => item.kind === 'rating' && !answers[item.key]).length
