import { z } from 'zod'
import { version } from './program-form.server'
import { optionalText } from './service-form.server'

const pgy = 'Enter the year of training from 1 to 9'
const most = 'Enter how many students at once from 0 to 6, or leave it empty'

export const teachingForm = z
  .object({
    version,
    kind: z.enum(['resident', 'attending'], { error: 'Select resident or attending' }),
    division: z
      .enum(['peripheral', 'neuro'])
      .nullish()
      .transform((typed) => typed ?? null),
    pgy: z
      .number({ error: pgy })
      .int(pgy)
      .min(1, pgy)
      .max(9, pgy)
      .nullish()
      .transform((typed) => typed ?? null),
    homeProgram: optionalText(80, 'the home program'),
    mostStudents: z
      .number({ error: most })
      .int(most)
      .min(0, most)
      .max(6, most)
      .nullish()
      .transform((typed) => typed ?? null),
    title: optionalText(60, 'the title'),
  })
  .superRefine(({ kind, division, pgy: year }, context) => {
    if (kind === 'resident' && year === null) context.addIssue({ code: 'custom', path: ['pgy'], message: pgy })
    if (kind === 'attending' && division === null)
      context.addIssue({ code: 'custom', path: ['division'], message: 'Select the division' })
  })
export type TeachingForm = z.output<typeof teachingForm>
