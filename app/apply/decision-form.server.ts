import { z } from 'zod'
import { civilDate } from '#app/workflow/civil-date.server'
import { addDays, dayAt } from '#app/workflow/day.server'

const reason = z.string({ error: 'Say why, in the words the student reads' }).trim().min(3).max(1000)

/** A reason and the last day for the answer, which is still to come. */
export const returnForm = (now: Date) =>
  z.strictObject({
    reason,
    byOn: civilDate('Enter the day by which the student answers').refine((on) => on > dayAt(now), {
      error: 'The day must be in the future',
    }),
  })

export const noOfferForm = z.strictObject({ reason: z.string().trim().max(1000).optional() })

/** Ten days from now: what the page proposes. */
export const proposedDay = (now: Date) => addDays(dayAt(now), 10)
