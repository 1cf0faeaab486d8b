import { z } from 'zod'
import type { RequirementRule } from '#db/schema/program/requirements'
import { version } from './program-form.server'
import { fileRules, type Requirement, type RuleKind } from './requirement'
import { optionalText } from './service-form.server'

const text = (most: number, say: string) =>
  z.string({ error: say }).trim().min(1, say).max(most, `Use at most ${most} characters`)
const whole = (most: number, say: string) => z.number({ error: say }).int(say).min(0, say).max(most, say).nullish()

const ruleKinds = [
  ...(Object.keys(fileRules) as (keyof typeof fileRules)[]),
  ...(['statement', 'school-confirms', 'exam-passed', 'core-clerkships-done', 'agreement'] as const),
] as const satisfies readonly RuleKind[]

/** What a clerkship asks for, as it is typed: the rule's kind and its numbers apart. */
export const requirementForm = z
  .object({
    version,
    name: text(60, 'Enter the name'),
    task: text(80, 'Enter the task, beginning with a verb'),
    hint: optionalText(240, 'the sentence beside it'),
    phase: z.enum(['to apply', 'to start'], { error: 'Select by when' }),
    kind: z.enum(ruleKinds, { error: 'Select a rule' }),
    issuedDays: whole(3660, 'Enter how many days old it may be, from 0 to 3660'),
    before: z.enum(['sending', 'start']).default('start'),
    validDays: whole(3660, 'Enter for how many days it counts, from 0 to 3660'),
    words: whole(2000, 'Enter the most words, from 1 to 2000'),
    dueDaysBefore: whole(180, 'Enter how many days before the first day it is due, from 0 to 180'),
    isHealth: z.boolean().default(false),
  })
  .superRefine(({ kind, issuedDays, words, phase, before }, context) => {
    const flaw = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    if (kind === 'issued-within' && !issuedDays) flaw('issuedDays', 'Enter how many days old it may be')
    if (kind === 'issued-within' && phase === 'to start' && before === 'sending')
      flaw('before', 'What is due before the first day cannot count from sending')
    if (kind === 'statement' && !words) flaw('words', 'Enter the most words')
  })
export type RequirementForm = z.output<typeof requirementForm>

function ruleOf({ kind, issuedDays, before, validDays, words }: RequirementForm): RequirementRule {
  if (kind === 'issued-within') return { kind, days: issuedDays ?? 0, before }
  if (kind === 'valid-through-last-day') return validDays ? { kind, days: validDays } : { kind }
  return kind === 'statement' ? { kind, words: words ?? 0 } : { kind }
}

const DUE_DAYS = 28

/** The columns of a version as it was typed. */
export const requirementRow = (form: RequirementForm) => ({
  ...{ name: form.name, task: form.task, hint: form.hint, phase: form.phase, rule: ruleOf(form) },
  dueDaysBefore: form.phase === 'to start' ? (form.dueDaysBefore ?? DUE_DAYS) : null,
})

/** A version as its form's fields hold it. */
export function typedRequirement({ rule, ...it }: Requirement) {
  return {
    ...{ name: it.name, task: it.task, hint: it.hint, phase: it.phase, isHealth: it.isHealth, kind: rule.kind },
    issuedDays: rule.kind === 'issued-within' ? rule.days : null,
    before: rule.kind === 'issued-within' ? rule.before : ('start' as const),
    validDays: rule.kind === 'valid-through-last-day' ? (rule.days ?? null) : null,
    words: rule.kind === 'statement' ? rule.words : null,
    dueDaysBefore: it.dueDaysBefore,
  }
}
export type TypedRequirement = ReturnType<typeof typedRequirement> & { version: number }
