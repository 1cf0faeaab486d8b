import { z } from 'zod'
import { readForm } from '#app/workflow/form.server'
import { type Answers, begun, type Questionnaire, scale, wordsFor } from './questionnaire'

type Item = Questionnaire['items'][number]

/** What was typed for signing; after a "yes" to the conflict question nothing else is asked. */
export async function readSignature(request: Request, items: Item[]) {
  const typed = await request.clone().formData()
  const closes = z.object({ conflict: z.literal('yes') }) as unknown as z.ZodType<Answers>
  return readForm(request, typed.get('conflict') === 'yes' ? closes : signatureSchema(items))
}

/** What signing asks of each item. */
const signatureSchema = (items: Item[]) =>
  z.strictObject(Object.fromEntries(items.map((item) => [item.key, answerOf(item)]))) as unknown as z.ZodType<Answers>

/** An amendment: the same answers, the version that they correct, and why they change. */
export const amendmentSchema = (items: Item[]) =>
  z.strictObject({
    version: z.coerce.number().int().positive(),
    ...Object.fromEntries(items.filter((item) => item.kind !== 'conflict').map((item) => [item.key, answerOf(item)])),
    reason: z.string({ error: 'Say why you change it' }).trim().min(1, 'Say why you change it').max(500),
  }) as unknown as z.ZodType<Answers & { reason: string; version: number }>

function answerOf(item: Item) {
  if (item.kind === 'conflict') return z.enum(['no', 'yes'], { error: 'Answer yes or no' })
  if (item.kind === 'days') return daysTyped
  if (item.kind === 'rating') return z.enum(scale.map((point) => point.value) as [string], { error: notRated(item) })
  if (item.kind === 'day') return z.iso.date({ error: 'Select the day you spoke' })
  return narrative(item)
}

const notRated = (item: Item) => `Rate: ${item.text.charAt(0).toLowerCase()}${item.text.slice(1)}`

const daysTyped = z
  .string({ error: 'Enter the days you worked together' })
  .trim()
  .regex(/^\d{1,2}$/, 'Enter a whole number of days, for example 9')

function narrative(item: Item) {
  const least = item.leastLength ?? 1
  const missing = item.leastLength ? `Write at least ${least} characters` : `Write: ${item.text.toLowerCase()}`
  const text = z.string({ error: missing }).trim().max(5000, 'Write at most 5,000 characters')
  if (!item.isRequired) return text.optional()
  return text.refine((typed) => typed.length >= least, {
    error: ({ input }) => (item.leastLength ? `${missing}; you have ${String(input).length}` : missing),
  })
}

/** A draft as typed: known items only, nothing judged; a pressed starter begins the text it belongs to. */
export function draftFrom(items: Item[], name: string, form: FormData): Answers {
  const [key, at] = String(form.get('start') ?? '').split(':')
  const starter = items.find((item) => item.key === key)?.starters?.[Number(at)]
  const typed = items.map((item) => [item.key, String(form.get(item.key) ?? '').slice(0, 5000)] as const)
  const draft = Object.fromEntries(typed.filter(([, value]) => value))
  return starter ? { ...draft, [key]: begun(draft[key], wordsFor(starter, name)) } : draft
}
