import type { RequirementRule, requirements } from '#db/schema/index'

export type Requirement = typeof requirements.$inferSelect
export type RuleKind = RequirementRule['kind']

/** The rules of what a student hands in: one may be exchanged for another. */
export const fileRules = {
  file: 'A file',
  'issued-within': 'A file issued not long before',
  'valid-through-last-day': 'A file that is valid through the last day',
  'flu-season': 'A dose of the season',
} satisfies Partial<Record<RuleKind, string>>
export type FileRule = keyof typeof fileRules
export const isFileRule = (kind: RuleKind): kind is FileRule => kind in fileRules

/** "90 days", "6 months", "10 years": days, where they are no round number of something longer. */
function daysText(days: number): string {
  const [months, years] = [days / 30.4, days / 365.25]
  const isRound = (n: number) => Math.abs(n - Math.round(n)) < 0.1
  if (days >= 730 && isRound(years)) return `${Math.round(years)} years`
  if (days >= 180 && isRound(months)) return `${Math.round(months)} months`
  return days === 1 ? '1 day' : `${days} days`
}

/** A rule as people read it: "Issued at most 90 days before the first day". */
export function ruleText({ rule }: Pick<Requirement, 'rule'>): string {
  switch (rule.kind) {
    case 'issued-within':
      return `Issued at most ${daysText(rule.days)} before ${rule.before === 'sending' ? 'sending' : 'the first day'}`
    case 'valid-through-last-day':
      return rule.days
        ? `Counts for ${daysText(rule.days)} from its date, through the last day`
        : 'Its date is the day it ends: not before the last day'
    case 'statement':
      return `At most ${rule.words} words`
    default:
      return plainRules[rule.kind]
  }
}

const plainRules: Record<Exclude<RuleKind, 'issued-within' | 'valid-through-last-day' | 'statement'>, string> = {
  file: 'A file',
  'flu-season': 'A dose of the season that the block falls in',
  'school-confirms': 'The school confirms by a link',
  'exam-passed': 'A pass in Step 1 or Level 1',
  'core-clerkships-done': 'Medicine and surgery done before the first day',
  agreement: 'An executed agreement covers first to last day',
}

export const phases: Record<Requirement['phase'], string> = {
  'to apply': 'Before an application is sent',
  'to start': 'Before the first day',
}

export const requirementLabels = {
  name: 'Name',
  task: 'Task',
  hint: 'Sentence beside it',
  phase: 'Needed',
  rule: 'Rule',
  due: 'Due',
}

type Told = Pick<Requirement, 'name' | 'task' | 'hint' | 'phase' | 'rule' | 'dueDaysBefore'>
/** A version as its history says it. */
export const requirementWords = (it: Told) => ({
  ...{ name: it.name, task: it.task, hint: it.hint, phase: phases[it.phase], rule: ruleText(it) },
  due: it.dueDaysBefore === null ? null : dueText(it.dueDaysBefore),
})

const dueText = (days: number) =>
  days === 0 ? 'on the first day' : `${days} ${days === 1 ? 'day' : 'days'} before the first day`
