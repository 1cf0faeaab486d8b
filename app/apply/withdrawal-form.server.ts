import { z } from 'zod'

/** A reason, or none. */
export const withdrawForm = z.strictObject({
  reason: z.string().trim().max(2000, 'Cut the reason to 2,000 characters').optional(),
})
