import { z } from 'zod'
import { civilDate } from '#app/workflow/civil-date.server'
import { daysFrom } from '#app/workflow/day.server'
import { version } from './program-form.server'

const MOST_DAYS = 400

const typed = z.object({
  version,
  firstOn: civilDate('Enter the first day'),
  lastOn: civilDate('Enter the last day'),
  kind: z
    .string({ error: 'Enter why they are away' })
    .trim()
    .min(1, 'Enter why they are away')
    .max(60, 'Use at most 60 characters'),
  status: z.enum(['asked', 'approved', 'refused'], { error: 'Select how it stands' }),
  isConfirmed: z.boolean().default(false),
})

type Span = { firstOn: string; lastOn: string }

function inOrder({ firstOn, lastOn }: Span, context: z.RefinementCtx<Span>): void {
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['lastOn'], message })
  if (lastOn < firstOn) refuse('The last day must not be before the first')
  else if (daysFrom(firstOn, lastOn) > MOST_DAYS) refuse('Enter at most one year at once')
}

/** The days of an absence that stands, why, and whether pairings may lose their supervisor. */
export const absenceForm = typed.superRefine(inOrder)
export type AbsenceForm = z.output<typeof absenceForm>

/** The same with who it is. */
export const newAbsenceForm = typed
  .extend({ personId: z.string({ error: 'Select a person' }).regex(/^[0-9a-f]{20}$/, 'Select a person') })
  .superRefine(inOrder)
export type NewAbsenceForm = z.output<typeof newAbsenceForm>
