import { z } from 'zod'

/** The applications whose changes are to be taken over. */
export const acceptanceForm = z.object({
  application: z.array(z.string(), 'Choose at least one change.').min(1),
})
