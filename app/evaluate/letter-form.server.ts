import { z } from 'zod'

const said = (sentence: string) => z.string({ error: sentence }).trim().min(1, sentence)

/** A student's request: who writes, the two numbers, waiver, consent, and the name typed to sign. */
export const letterRequestSchema = z.strictObject({
  authorId: said('Select who writes the letter').max(40),
  erasLetterId: said('Enter the letter ID from ERAS').max(40),
  aamcId: said('Enter your AAMC ID').regex(/^\d{8}$/, 'An AAMC ID has 8 digits'),
  waiver: z.enum(['yes', 'no'], { error: 'Say whether you waive your right to see the letter' }),
  consent: z.enum(['yes', 'no'], { error: 'Say whether the author may use your evaluations' }),
  signerName: said('Type your full name to sign').max(120),
})
export type LetterRequest = z.output<typeof letterRequestSchema>

export const letterDraftSchema = z.strictObject({ body: z.string().max(20_000).optional() })
export const letterSchema = z.strictObject({ body: said('Write the letter').max(20_000) })
