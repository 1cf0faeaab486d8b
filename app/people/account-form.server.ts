import { z } from 'zod'

const line = (most: number, tooLong: string) => z.string().trim().max(most, tooLong).optional()

export const accountForm = z.object({
  name: z.string({ error: 'Enter your name' }).trim().min(1, 'Enter your name').max(80, 'Use at most 80 characters'),
  familyName: z
    .string({ error: 'Enter your family name' })
    .trim()
    .min(1, 'Enter your family name')
    .max(80, 'Use at most 80 characters'),
  pronouns: line(40, 'Use at most 40 characters'),
  phone: line(40, 'Use at most 40 characters').refine(
    (phone) => !phone || (/^[\d\s()+.-]+( ?(x|ext\.?) ?\d+)?$/i.test(phone) && phone.replace(/\D/g, '').length >= 7),
    'Enter a telephone number like 213-555-0100',
  ),
  introduction: line(600, 'Use at most 600 characters'),
})
