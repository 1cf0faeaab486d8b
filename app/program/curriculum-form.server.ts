import { z } from 'zod'
import { YEAR } from './curriculum'
import { version } from './program-form.server'
import { optionalText } from './service-form.server'

const months = 'Enter months from 0.5 to 12 in halves, like 1.5'
const id = /^[0-9a-f]{20}$/

const part = z.object({
  id: z.string().regex(id).optional().catch(undefined),
  serviceId: z.string({ error: 'Select a service for each part' }).regex(id, 'Select a service for each part'),
  orServiceId: z
    .string()
    .regex(id)
    .nullish()
    .transform((typed) => typed ?? null),
  months: z.number({ error: months }).min(0.5, months).max(12, months).multipleOf(0.5, months),
  kind: z.enum(['interventional', 'intensive care', 'clinical', 'surgery', 'imaging', 'elective'], {
    error: 'Select the kind of each part',
  }),
  note: optionalText(120, 'a note'),
})

export const curriculumForm = z.object({
  version,
  items: z
    .array(part)
    .default([])
    .refine((parts) => 2 * parts.reduce((sum, { months }) => sum + months, 0) <= YEAR, {
      message: 'These parts take more than the 12 months of a year: shorten or remove one',
    }),
})
export type CurriculumForm = z.output<typeof curriculumForm>
