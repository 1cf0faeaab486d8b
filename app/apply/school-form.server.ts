import { z } from 'zod'
import { schoolQuestions } from './confirmation'

/** Whom to ask. */
export const askForm = z.strictObject({
  email: z.email('Enter the e-mail address of your school’s registrar'),
})

const said = (missing: string) => z.string({ error: missing }).trim().min(1, missing).max(200)
const signer = {
  signerName: said('Enter your name'),
  signerTitle: said('Enter your title or office'),
}
const yes = (question: string) => z.literal('yes', { error: `Check “${question}”, or decline instead` })

/** What the school signs; each point is needed. */
export const confirmForm = z
  .strictObject({
    ...signer,
    standing: yes(schoolQuestions.standing),
    year: yes(schoolQuestions.year),
    cover: yes(schoolQuestions.cover),
  })
  .transform(({ standing, year, cover, ...by }) => ({ ...by, answers: { standing, year, cover } }))

/** Why the school does not. */
export const declineForm = z.strictObject({
  ...signer,
  reason: z.string({ error: 'Say why, in a sentence' }).trim().min(1, 'Say why, in a sentence').max(2000),
})
