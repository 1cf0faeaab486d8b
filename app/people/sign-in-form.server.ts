import { z } from 'zod'
import { CODE_DIGITS } from './code.server'
import { cleanCode, cleanEmail } from './code-strategy.server'

const aboutAddress = 'Enter an e-mail address like name@school.edu'

/** One e-mail address, in the form in which we keep it. */
export const emailField = z
  .string({ error: 'Enter your e-mail address' })
  .max(254, aboutAddress)
  .transform(cleanEmail)
  .pipe(z.email(aboutAddress))

export const askForm = z.object({ email: emailField })

const aboutCode = `Enter the ${CODE_DIGITS} digits of the code`
export const codeForm = z.object({
  code: z.string({ error: aboutCode }).transform(cleanCode).pipe(z.string().length(CODE_DIGITS, aboutCode)),
})
