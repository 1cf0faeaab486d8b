import { z } from 'zod'
import { civilDate, optionalDate, typedDate } from '#app/workflow/civil-date.server'
import type { Profile } from './choice'

const text = (missing: string, most = 200) => z.string({ error: missing }).trim().min(1, missing).max(most)
const optional = z
  .string()
  .trim()
  .max(200)
  .optional()
  .transform((typed) => typed || null)

/** Where a student studies. A day after graduation cannot be the day of promotion. */
export const profileForm = z
  .strictObject({
    school: text('Enter the name of your school'),
    registrarEmail: z.email('Enter the e-mail address of your school’s registrar'),
    promotesOn: civilDate('Enter the day on which you become a 4th-year student'),
    graduatesOn: civilDate('Enter the day on which you graduate'),
    medicineDoneOn: civilDate('Enter the last day of your medicine clerkship'),
    surgeryDoneOn: civilDate('Enter the last day of your surgery clerkship'),
    exam: z
      .enum(['step-1', 'level-1'])
      .optional()
      .transform((typed) => typed ?? null),
    examPassedOn: optionalDate('Enter the day on which you passed'),
    emergencyName: optional,
    emergencyPhone: optional,
  })
  .refine((it) => it.graduatesOn > it.promotesOn, {
    path: ['graduatesOn'],
    error: 'Graduation must be after the day on which you become a 4th-year student',
  })
  .refine((it) => !it.exam || it.examPassedOn, {
    path: ['examPassedOn'],
    error: 'Enter the day on which you passed',
  })
  .refine((it) => it.exam || !it.examPassedOn, {
    path: ['exam'],
    error: 'Select the examination that you passed',
  })

/** What the form starts with. */
export const typedProfile = (profile: Profile | undefined, school: string) => ({
  school,
  registrarEmail: profile?.registrarEmail ?? '',
  promotesOn: typedDate(profile?.promotesOn),
  graduatesOn: typedDate(profile?.graduatesOn),
  medicineDoneOn: typedDate(profile?.medicineDoneOn),
  surgeryDoneOn: typedDate(profile?.surgeryDoneOn),
  exam: profile?.exam ?? '',
  examPassedOn: typedDate(profile?.examPassedOn),
  emergencyName: profile?.emergencyName ?? '',
  emergencyPhone: profile?.emergencyPhone ?? '',
})
export type TypedProfile = ReturnType<typeof typedProfile>
