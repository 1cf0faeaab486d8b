import { z } from 'zod'
import { civilDate, optionalDate } from '#app/workflow/civil-date.server'
import { daysFrom } from '#app/workflow/day.server'
import { version } from './program-form.server'

const most = 'Enter the most students as a whole number from 0 to 40, or leave it empty'
const name = z
  .string({ error: 'Enter a name, like 7 or 7A' })
  .trim()
  .min(1, 'Enter a name, like 7 or 7A')
  .max(12, 'Use at most 12 characters for the name')

const dates = {
  name,
  firstOn: civilDate('Enter the first day'),
  lastOn: civilDate('Enter the last day'),
  applyByOn: optionalDate('Enter the apply-by day'),
}
const id = z.string().regex(/^[0-9a-f]{20}$/)

/** A block with its halves; the apply-by day left empty is worked out. */
export const blockForm = z.object({
  version,
  ...dates,
  mostStudents: z.number({ error: most }).int(most).min(0, most).max(40, most).nullish(),
  halves: z
    .array(z.object({ id: id.optional().catch(undefined), ...dates }))
    .max(4, 'Use at most 4 parts')
    .default([]),
})
export type BlockForm = z.output<typeof blockForm>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Enter the time as hours and minutes, like 09:00' })
const [LEAST_DAYS, MOST_DAYS] = [300, 400]

/** The first and last day of a year, and when its dates open. */
export const yearForm = z
  .object({
    version,
    firstOn: civilDate('Enter the first day'),
    lastOn: civilDate('Enter the last day'),
    opensOn: optionalDate('Enter the day on which its dates open'),
    opensTime: time.default('09:00'),
  })
  .superRefine(({ firstOn, lastOn }, context) => {
    const days = daysFrom(firstOn, lastOn) + 1
    const isYear = days >= LEAST_DAYS && days <= MOST_DAYS
    const message = 'An academic year has about 365 days: look at its first and last day again'
    if (!isYear) context.addIssue({ code: 'custom', path: ['lastOn'], message })
  })
export type YearForm = z.output<typeof yearForm>

const holiday = z.object({
  on: civilDate('Enter the day of each holiday'),
  name: z
    .string({ error: 'Enter the name of each holiday' })
    .trim()
    .min(1, 'Enter the name of each holiday')
    .max(60, 'Use at most 60 characters for a name'),
})
const areUnlike = (items: { on: string }[]) => new Set(items.map(({ on }) => on)).size === items.length

export const holidaysForm = z.object({
  version,
  items: z
    .array(holiday)
    .max(30, 'Use at most 30')
    .default([])
    .refine(areUnlike, 'Two holidays are on the same day: name the day once'),
})
export type HolidaysForm = z.output<typeof holidaysForm>

const instant = z.coerce.date()
const day = z.iso.date()

/** A calendar as it stood before a change: what its undo puts back. */
export const calendarForm = z.object({
  version: z.number(),
  year: z.object({ id: z.string(), firstOn: day, lastOn: day, opensAt: instant.nullable() }),
  blocks: z.array(
    z.object({
      ...{ id, yearId: z.string(), name: z.string(), firstOn: day, lastOn: day, applyByOn: day },
      ...{ partOfId: id.nullable(), mostStudents: z.number().nullable() },
    }),
  ),
  holidays: z.array(z.object({ on: day, name: z.string() })),
  kept: z.object({
    openings: z.array(
      z.object({
        ...{ id, clerkshipId: id, blockId: id, serviceId: id, seats: z.number(), minimum: z.number() },
        ...{ heldSeats: z.number(), heldUntilOn: day.nullable() },
      }),
    ),
    windows: z.array(z.object({ id, clerkshipId: id, blockId: id, opensAt: instant })),
  }),
})
