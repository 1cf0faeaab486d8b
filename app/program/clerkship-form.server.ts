import { z } from 'zod'
import { version } from './program-form.server'

const weeks = 'Enter the weeks as a whole number from 1 to 12'
const fee = 'Enter the fee in dollars, like 150, or 0'

const text = (most: number, say: string) =>
  z.string({ error: say }).trim().min(1, say).max(most, `Use at most ${most} characters`)

/** What a student applies for. The fee is typed in dollars and kept in cents. */
export const clerkshipForm = z.object({
  version,
  name: text(80, 'Enter the name'),
  kind: z.enum(['sub-internship', 'elective'], { error: 'Select the kind' }),
  summary: text(300, 'Enter a sentence that says what it is'),
  weeks: z.number({ error: weeks }).int(weeks).min(1, weeks).max(12, weeks),
  years: z
    .array(z.coerce.number().pipe(z.union([z.literal(3), z.literal(4)])))
    .default([])
    .refine((years) => years.length > 0, 'Select at least one year'),
  fee: z.number({ error: fee }).min(0, fee).max(10_000, fee).multipleOf(0.01, fee),
  takesVslo: z.boolean().default(false),
})
export type ClerkshipForm = z.output<typeof clerkshipForm>
