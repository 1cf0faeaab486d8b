import { z } from 'zod'
import { civilDate } from '#app/workflow/civil-date.server'
import { daysFrom } from '#app/workflow/day.server'

const id = z.string().regex(/^[0-9a-f]{20}$/)
const MOST_DAYS = 400

/** A range as it is typed into the address: who, on which service, from when to when. */
export const entryForm = z
  .object({
    personId: z.string({ error: 'Select a person' }).pipe(z.string().regex(/^[0-9a-f]{20}$/, 'Select a person')),
    kind: z.enum(['duty', 'consult week', 'stroke week', 'call'], { error: 'Select what it is' }),
    serviceId: z
      .union([id, z.literal('none')], { error: 'Select a service, or nothing' })
      .transform((typed) => (typed === 'none' ? null : typed)),
    from: civilDate('Enter the first day'),
    to: civilDate('Enter the last day'),
  })
  .superRefine(({ from, to, kind, serviceId }, context) => {
    if (serviceId === null && kind !== 'duty' && kind !== 'call')
      context.addIssue({ code: 'custom', path: ['serviceId'], message: 'Select the service of the week' })
    if (to < from)
      context.addIssue({ code: 'custom', path: ['to'], message: 'The last day must not be before the first' })
    else if (daysFrom(from, to) > MOST_DAYS)
      context.addIssue({ code: 'custom', path: ['to'], message: 'Enter at most one year at once' })
  })
export type EntryForm = z.output<typeof entryForm>

/** What its preview showed, and whether pairings may lose their supervisor. */
export const entryConsent = z.object({ seen: z.string().default(''), isConfirmed: z.boolean().default(false) })

const row = z.object({
  id,
  personId: id,
  serviceId: id,
  kind: z.enum(['duty', 'consult week', 'stroke week', 'call']),
  firstOn: z.iso.date(),
  lastOn: z.iso.date(),
})

/** Rows that stand, and those that stood before: what an undo exchanges. */
export const dutyExchange = z.object({ version: z.number(), before: z.array(row), after: z.array(row) })
export type DutyExchange = z.output<typeof dutyExchange>
