import { z } from 'zod'
import { civilDate, optionalDate } from '#app/workflow/civil-date.server'
import { version } from './program-form.server'
import { optionalText } from './service-form.server'

const time = (what: string) =>
  z.string({ error: `Enter when it ${what}` }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, {
    error: `Enter when it ${what} as hours and minutes, like 12:30`,
  })

export const conferenceForm = z
  .object({
    version,
    name: z.string({ error: 'Enter the name' }).trim().min(1, 'Enter the name').max(80, 'Use at most 80 characters'),
    weekday: z.coerce.number({ error: 'Select a day' }).int().min(1, 'Select a day').max(5, 'Select a day'),
    startsAt: time('starts'),
    endsAt: time('ends'),
    rhythm: z.enum(['weekly', 'biweekly', 'monthly'], { error: 'Select how often it meets' }),
    firstOn: civilDate('Enter its first day'),
    lastOn: optionalDate('Enter its last day'),
    isForStudents: z.boolean().default(false),
    isOptional: z.boolean().default(false),
    replacesNoon: z.boolean().default(false),
    note: optionalText(200, 'the note'),
  })
  .superRefine(({ startsAt, endsAt, firstOn, lastOn }, context) => {
    if (endsAt <= startsAt)
      context.addIssue({ code: 'custom', path: ['endsAt'], message: 'It must end after it starts' })
    if (lastOn && lastOn < firstOn)
      context.addIssue({ code: 'custom', path: ['lastOn'], message: 'Its last day must not be before its first' })
  })
export type ConferenceForm = z.output<typeof conferenceForm>
