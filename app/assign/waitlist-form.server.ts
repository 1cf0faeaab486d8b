import { z } from 'zod'

const MOST_LETTERS = 2000
const missing = 'Enter the reason. It stays in the history of this waitlist.'

/** Where somebody is put in line, and why. */
export const orderForm = z.object({
  place: z
    .string('Choose a place')
    .regex(/^\d{1,4}$/, 'Choose a place')
    .transform(Number)
    .refine((place) => place > 0, 'Choose a place'),
  reason: z.string(missing).trim().min(1, missing).max(MOST_LETTERS, 'Cut the reason to 2,000 letters.'),
})

/** Until when the offer can be answered, where the rules don't say it. */
export const seatOfferForm = z.object({ day: z.string().optional() })
