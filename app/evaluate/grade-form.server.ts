import { z } from 'zod'
import { readForm } from '#app/workflow/form.server'

const narrative = z.string({ error: 'Write the narrative' }).trim().min(1, 'Write the narrative').max(10_000)
const reason = z.string({ error: 'Say why you correct it' }).trim().min(1, 'Say why you correct it').max(500)

/** What was typed for signing a grade on this scale; from the second version on also why it changes. */
export async function readGrade(request: Request, scale: string[]) {
  const isFirst = ((await request.clone().formData()).get('after') ?? '0') === '0'
  return readForm(request, gradeSchema(scale, isFirst))
}

const gradeSchema = (scale: string[], isFirst: boolean) =>
  z.strictObject({
    after: z.coerce.number().int().min(0).default(0),
    grade: z.enum(scale as [string, ...string[]], { error: 'Select the grade' }),
    narrative,
    reason: isFirst ? reason.optional() : reason,
  })

/** A draft: anything goes. */
export const gradeDraftSchema = z.strictObject({
  after: z.coerce.number().optional(),
  grade: z.string().optional(),
  narrative: z.string().max(10_000).optional(),
  reason: z.string().max(500).optional(),
})
