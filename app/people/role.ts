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

/** "Resident, coordinator": several roles in one line, in a fixed order. */
export function rolesText(roles: readonly Role[]): string {
  const names = (Object.keys(roleNames) as Role[]).filter((role) => roles.includes(role)).map((role) => roleNames[role])
  return names.map((name, at) => (at === 0 ? name : name[0].toLowerCase() + name.slice(1))).join(', ')
}
