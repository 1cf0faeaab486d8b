import { z } from 'zod'
import { optionalDate, typedDate } from '#app/workflow/civil-date.server'
import type { Document } from './document'
import { dateLabel, type Requirement } from './requirement'

/** What stands beside the file: its date where the rule counts from one, a declination where one may be given. */
export function documentForm(requirement: Requirement, today: string) {
  const isDated = dateLabel(requirement) !== undefined
  const mayBeAhead = requirement.rule.kind === 'valid-through-last-day' && !requirement.rule.days
  return z
    .strictObject({ declined: z.literal('yes').optional(), datedOn: optionalDate('Enter the date') })
    .refine((it) => !isDated || it.declined || it.datedOn, { path: ['datedOn'], error: 'Enter the date' })
    .refine((it) => mayBeAhead || !it.datedOn || it.datedOn <= today, {
      path: ['datedOn'],
      error: 'The date must be today or earlier',
    })
    .transform(({ declined, datedOn }) => ({
      datedOn: isDated && !declined ? datedOn : null,
      answers: declined ? { declined } : null,
    }))
}

/** What the form starts with. */
export const typedDocument = (document: Document | undefined) => ({
  file: '',
  declined: document?.answers?.declined ?? '',
  datedOn: typedDate(document?.datedOn),
})
export type TypedDocument = ReturnType<typeof typedDocument>
