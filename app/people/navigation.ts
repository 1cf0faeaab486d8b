import type { Person, Role } from '#db/schema/people/actors'

type NavItem = { to: string; label: string; also?: string[] }

const today = { to: '/today', label: 'Today' }
const conferences = { to: '/program/conferences', label: 'Conferences' }
const evaluations = { to: '/evaluations', label: 'Evaluations' }
const letters = { to: '/letters', label: 'Letters' }
const review = { to: '/review', label: 'Review' }
const board = { to: '/board', label: 'Board' }
const pairings = { to: '/pairings', label: 'Pairings' }
const completion = { to: '/completion', label: 'Completion' }
const settings = {
  ...{ to: '/settings', label: 'Settings' },
  also: ['/openings/*', '/clerkships/:slug/edit', '/clerkships/:slug/requirements/*'],
}
const schedule = { to: '/schedule', label: 'Schedule', also: ['/absences/*'] }
const people = { to: '/people', label: 'People' }

/** What each role goes to most, in the order of a rotation's life. */
const byRole: Record<Role, NavItem[]> = {
  student: [
    { to: '/applications', label: 'Application' },
    { to: '/rotation', label: 'My week' },
    { to: '/feedback', label: 'Feedback' },
    { to: '/clerkships', label: 'Dates and seats' },
  ],
  resident: [today, evaluations, schedule, conferences],
  attending: [today, evaluations, letters, schedule, conferences],
  coordinator: [today, review, board, pairings, schedule, completion, people, settings],
  'clerkship-director': [today, review, board, completion],
  'program-director': [today, board, pairings, completion, letters, people],
  reviewer: [today, review],
  'health-reviewer': [today, review],
}

/** Before anybody is signed in. */
export const publicNavigation: NavItem[] = [
  { to: '/', label: 'Program', also: ['/program/people', '/program/curriculum'] },
  { to: '/clerkships', label: 'Clerkships' },
  { to: '/program/services', label: 'Services' },
  { to: '/program/conferences', label: 'Conferences' },
  { to: '/sign-in', label: 'Sign in' },
]

/** The navigation of a person: the union of their roles' lists, each place once. */
export function navigationOf(me: Person | null): NavItem[] {
  if (!me) return publicNavigation
  const items = (Object.keys(byRole) as Role[])
    .filter((role) => me.roles.includes(role))
    .flatMap((role) => byRole[role])
  return [...new Map(items.map((item) => [item.to, item])).values()]
}
