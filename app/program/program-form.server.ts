import { z } from 'zod'
import { allRules, type Rule, type RuleName } from './rule'
import { crossRules } from './rule-pair'

const text = (label: string, most: number) =>
  z
    .string({ error: `Enter the ${label}` })
    .trim()
    .min(1, `Enter the ${label}`)
    .max(most, `Use at most ${most} characters for the ${label}`)

const telephone = (label: string) =>
  text(label, 40).refine((typed) => typed.replace(/\D/g, '').length >= 7, `Enter the ${label} like 213-555-0100`)

/** How often the thing had been changed when its form was opened; without it a form was not filled in here. */
export const version = z.coerce.number({ error: 'Open this page again and save from there' }).int().min(0)

const numberOf = ({ label, unit, least, most }: Rule) => {
  const say = `${label}: enter a whole number from ${least} to ${most} (${unit})`
  return z.number({ error: say }).int(say).min(least, say).max(most, say)
}

const numbers = Object.fromEntries(allRules.map((rule) => [rule.name, numberOf(rule)])) as Record<
  RuleName,
  ReturnType<typeof numberOf>
>

export const programForm = z
  .object({
    version,
    name: text('name of the program', 120),
    hospital: text('name of the hospital', 120),
    contactEmail: z.email({ error: 'Enter an e-mail address for students like rotations@example.org' }),
    contactPhone: telephone('telephone for students'),
    firstDayAt: z.string({ error: 'Enter the start of the first day' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
      error: 'Enter the start of the first day as hours and minutes, like 07:00',
    }),
    meetingPlace: text('meeting place', 200),
    exposurePhone: telephone('telephone for an exposure'),
    exposureText: text('text about exposures', 1000),
    ...numbers,
  })
  .superRefine((typed, context) => {
    for (const { fields, breaks, say } of crossRules) {
      if (breaks(typed)) context.addIssue({ code: 'custom', path: [fields[0]], message: say })
    }
  })
export type ProgramForm = z.output<typeof programForm>
