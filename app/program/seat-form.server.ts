import { z } from 'zod'
import { version } from './program-form.server'

const [MOST, MOST_DAYS] = [40, 365]
const seats = `Enter seats as a whole number from 0 to ${MOST}`
const days = `Enter days as a whole number from 0 to ${MOST_DAYS}`

/** A whole number as it is typed into a cell; nothing typed is none. */
const whole = (most: number, say: string) =>
  z.preprocess(
    (typed) => (typeof typed === 'string' ? (typed.trim() === '' ? 0 : Number(typed)) : (typed ?? 0)),
    z.number({ error: say }).int(say).min(0, say).max(most, say),
  )

const byService = z.record(z.string(), whole(MOST, seats)).default({})

/** The seats of a clerkship in a year, a line a block. */
export const seatsForm = z.object({
  version,
  rows: z
    .record(z.string(), z.object({ heldDays: whole(MOST_DAYS, days), seats: byService, held: byService }))
    .default({}),
})
export type SeatsForm = z.output<typeof seatsForm>

const chosen = (what: string) => z.string({ error: `Choose ${what}` })

/** The same, with one number of seats for a range of its blocks. */
export const fillForm = seatsForm.extend({
  fill: z.object({
    service: chosen('the service'),
    seats: z
      .string({ error: seats })
      .regex(/^\s*\d+\s*$/, seats)
      .transform(Number)
      .refine((n) => n <= MOST, seats),
    from: chosen('the first block'),
    to: chosen('the last block'),
    except: z.array(z.string()).default([]),
  }),
})
export type FillForm = z.output<typeof fillForm>

const unfilled = 'Press “Fill and save” to fill this into the cells, or clear it to save the table alone'

/** The table alone while a number for a range is typed: it is neither dropped nor filled in unasked. */
export const unfilledForm = seatsForm
  .extend({ fill: z.object({ seats: z.string().refine(() => false, unfilled) }) })
  .transform(({ version, rows }) => ({ version, rows }))

/** What was sent: "Fill" was pressed, or Enter where a number to fill in stands, or "Save", which lets none stand. */
export const seatsFormOf = (sent: FormData) => {
  const [pressed, number] = [sent.get('pressed'), String(sent.get('fill.seats') ?? '')]
  if (pressed === 'fill') return fillForm
  if (number.trim() === '') return seatsForm
  return pressed === null ? fillForm : unfilledForm
}
