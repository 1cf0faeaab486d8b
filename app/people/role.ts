import type { Role } from '#db/schema/people/actors'

/** Each role as people say it. */
export const roleNames: Record<Role, string> = {
  student: 'Student',
  resident: 'Resident',
  attending: 'Attending',
  coordinator: 'Coordinator',
  'clerkship-director': 'Clerkship director',
  'program-director': 'Program director',
  reviewer: 'Reviewer',
  'health-reviewer': 'Health reviewer',
}

/** Roles that come by invitation; students come by themselves. */
export const staffRoles = [
  'resident',
  'attending',
  'coordinator',
  'clerkship-director',
  'program-director',
  'reviewer',
  'health-reviewer',
] as const satisfies Role[]

export type StaffRole = (typeof staffRoles)[number]

/** What a role may do, in a few words. */
export const roleHints: Record<StaffRole, string> = {
  resident: 'Works with students, evaluates them',
  attending: 'Leads students, evaluates them, writes letters',
  coordinator: 'Reviews, places and pairs students; changes settings and roles',
  'clerkship-director': 'Signs grades, reads every evaluation, decides applications',
  'program-director': 'Writes letters, overbooks, changes roles',
  reviewer: 'Scores applications',
  'health-reviewer': 'Alone opens health documents',
}

/** "Resident, coordinator": several roles in one line, in a fixed order. */
export function rolesText(roles: readonly Role[]): string {
  const names = (Object.keys(roleNames) as Role[]).filter((role) => roles.includes(role)).map((role) => roleNames[role])
  return names.map((name, at) => (at === 0 ? name : name[0].toLowerCase() + name.slice(1))).join(', ')
}
