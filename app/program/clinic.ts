import type { clinics } from '#db/schema/index'

type Kind = (typeof clinics.$inferSelect)['kind']

/** What a half-day of clinic is called. */
export const clinicKinds: Record<Kind, string> = {
  clinic: 'Clinic',
  'vein clinic': 'Vein clinic',
  'continuity clinic': 'Own continuity clinic',
}

/** Attendings have clinic and vein clinic; residents their own continuity clinic. */
export const kindsFor = (teacher: { kind: 'resident' | 'attending' }): Kind[] =>
  teacher.kind === 'attending' ? ['clinic', 'vein clinic'] : ['continuity clinic']
