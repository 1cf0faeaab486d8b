import type { clinics, sessions } from '#db/schema/index'

type Kind = (typeof clinics.$inferSelect)['kind']

/** What a half-day of clinic is called. */
export const clinicKinds: Record<Kind, string> = {
  clinic: 'Clinic',
  'vein clinic': 'Vein clinic',
  'continuity clinic': 'Own continuity clinic',
}

type OfSession = (typeof sessions.$inferSelect)['clinic']

/** Who is with the student in a session: the team, or whoever has that clinic in the half-day. */
export const sessionClinics = [
  { value: '', label: 'The team' },
  { value: 'clinic', label: 'Who has clinic' },
  { value: 'vein clinic', label: 'Who has vein clinic' },
] satisfies { value: NonNullable<OfSession> | ''; label: string }[]

/** Attendings have clinic and vein clinic; residents their own continuity clinic. */
export const kindsFor = (teacher: { kind: 'resident' | 'attending' }): Kind[] =>
  teacher.kind === 'attending' ? ['clinic', 'vein clinic'] : ['continuity clinic']
