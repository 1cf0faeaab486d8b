import { z } from 'zod'
import { civilDate } from '#app/workflow/civil-date.server'
import { version } from './program-form.server'

const dates = z
  .array(z.string())
  .default([])
  .refine((keys) => keys.length > 0, 'Select at least one date')
const time = z
  .string({ error: 'Enter the time as hours and minutes, like 09:00' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Enter the time as hours and minutes, like 09:00' })

/** Which dates open at one instant, in the program's zone. */
export const windowsForm = z.object({
  version,
  dates,
  opensOn: civilDate('Enter the day on which they open'),
  opensTime: time,
})
export type WindowsForm = z.output<typeof windowsForm>

/** Which dates are taken out. */
export const closingForm = z.object({ version, dates })
export type ClosingForm = z.output<typeof closingForm>

const id = z.string()
/** The windows of a year as a change kept them. */
export const windowsKept = z.object({
  version,
  windows: z.array(z.object({ id, clerkshipId: id, blockId: id, opensAt: z.coerce.date() })),
})
export type WindowsKept = z.output<typeof windowsKept>
