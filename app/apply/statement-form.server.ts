import { z } from 'zod'
import { wordsIn } from './statement'

/** The statement, counted in words. */
export const statementForm = (most: number) =>
  z.strictObject({
    statement: z
      .string({ error: 'Write your statement' })
      .trim()
      .min(1, 'Write your statement')
      .max(20_000, `Cut your statement to ${most} words`)
      .refine((typed) => wordsIn(typed) <= most, {
        error: ({ input }) => `Your statement has ${wordsIn(String(input))} words. Cut it to ${most}.`,
      }),
  })
