import { z } from 'zod'
import { readForm } from '#app/workflow/form.server'

const tooLong = 'Cut the reason to 2,000 letters.'
const MOST_LETTERS = 2000

/** A reason that must be given. */
export const reasonOr = (missing: string) => z.string(missing).trim().min(1, missing).max(MOST_LETTERS, tooLong)

/** The reason typed, which may be left out; or the reply to return at once. */
export const readOptionalReason = (request: Request) =>
  readForm(request, z.object({ reason: z.string().trim().max(MOST_LETTERS, tooLong).optional() }))

/** The reason of a cancellation and the opening that is offered instead, if one is; or the reply to return at once. */
export const readCancellation = (request: Request, missing: string) =>
  readForm(request, z.object({ reason: reasonOr(missing), choice: z.string().optional() }))

/** The reason typed, which must be given; or the reply to return at once. */
export const readReason = (request: Request, missing: string) =>
  readForm(request, z.object({ reason: reasonOr(missing) }))
