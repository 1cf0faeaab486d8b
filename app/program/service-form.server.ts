import { z } from 'zod'
import { version } from './program-form.server'
import { type HalfDay, halfDays } from './service'

const most = 'Enter how many students may be on the service at once, from 0 to 20'

/** A line each, as typed into one field. */
export const lines = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((typed) => (Array.isArray(typed) ? typed : typed.split('\n')).map((line) => line.trim()).filter(Boolean))

export const optionalText = (characters: number, what: string) =>
  z
    .string()
    .trim()
    .max(characters, `Use at most ${characters} characters for ${what}`)
    .nullish()
    .transform((typed) => typed || null)

export const serviceForm = z
  .object({
    version,
    name: z.string({ error: 'Enter the name' }).trim().min(1, 'Enter the name').max(60, 'Use at most 60 characters'),
    letter: z
      .string({ error: 'Enter a letter' })
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9]{1,2}$/, 'Enter one or two letters: they stand for the service in the schedule'),
    tone: z.enum(['ok', 'warn', 'bad', 'info', 'wait', 'neutral'], { error: 'Select a color' }),
    description: optionalText(600, 'the description'),
    focus: lines,
    takesStudents: z.boolean().default(false),
    mostStudents: z.number({ error: most }).int(most).min(0, most).max(20, most).default(0),
  })
  .refine((typed) => !typed.takesStudents || typed.mostStudents > 0, {
    path: ['mostStudents'],
    message: 'A service that takes students has room for at least 1',
  })
export type ServiceForm = z.output<typeof serviceForm>

const newOrKnown = z
  .string()
  .regex(/^[0-9a-f]{20}$/)
  .optional()
  .catch(undefined)

const named = (what: string, characters: number) =>
  z.object({
    id: newOrKnown,
    name: z
      .string({ error: `Enter the name of each ${what}` })
      .trim()
      .min(1, `Enter the name of each ${what}`)
      .max(60, 'Use at most 60 characters for a name'),
    description: optionalText(characters, 'a description'),
  })

const isUnlike = (items: { name: string }[]) =>
  new Set(items.map(({ name }) => name.toLowerCase())).size === items.length

const listOf = <T extends z.ZodType<{ name: string }>>(one: T) =>
  z.array(one).max(30, 'Use at most 30').default([]).refine(isUnlike, 'Two have the same name: rename one of them')

export const proceduresForm = z.object({ version, items: listOf(named('family', 400)) })
export type ProceduresForm = z.output<typeof proceduresForm>

/** What stands in each half-day, "1-morning"; left out where nothing does. */
export const weekOf = <T extends z.ZodType>(one: T) =>
  z.object(Object.fromEntries(halfDays.map((name) => [name, one])) as Record<HalfDay, T>)

const week = weekOf(z.string().optional())

const session = named('session', 400).extend({
  clinic: z
    .enum(['clinic', 'vein clinic'], { error: 'Select who is with the student' })
    .nullish()
    .transform((typed) => typed ?? null),
})

export const sessionsForm = z.object({ version, items: listOf(session), week: week.optional() })
export type SessionsForm = z.output<typeof sessionsForm>

export const weekForm = z.object({ version, week })
export type WeekForm = z.output<typeof weekForm>
