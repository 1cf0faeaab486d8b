export const roles = [
  'student',
  'resident',
  'attending',
  'coordinator',
  'clerkship-director',
  'program-director',
  'reviewer',
  'health-reviewer',
] as const
export type Role = (typeof roles)[number]

/** Who acts: a signed-in person, somebody who came by a link, a job, or nobody known. */
export type Actor =
  | { kind: 'person'; personId: string; name: string; roles: readonly Role[] }
  | { kind: 'link'; linkId: string; purpose: string; subjectId: string; name: string }
  | { kind: 'job'; name: string }
  | { kind: 'anonymous' }
export type Person = Extract<Actor, { kind: 'person' }>
