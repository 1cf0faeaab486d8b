import { instantOn } from '#app/workflow/day.server'
import type { Role } from '#db/schema/people/actors'
import { attendings, cast, idOf, residents, staff, students } from './cast'

const everybody = Object.values(cast)
const createdAt = instantOn('2026-01-12', '09:00')
const introductions: Record<string, string> = {
  'jonah.weiss': 'I come from Tucson, worked as an EMT for two years, and want to learn to run a consult well.',
  'lucas.novak': 'I like clinic as much as the rooms. I have scrubbed in on about thirty cases.',
  'amara.diallo': 'Stroke is why I went to medical school. I hope to see a thrombectomy from call to clinic.',
}
const pronouns: Record<string, string> = { 'jonah.weiss': 'he/him', 'lena.park': 'she/her', 'amara.diallo': 'she/her' }

export const peopleRows = everybody.map(({ personId, key, name, familyName, phone }) => ({
  id: personId,
  name,
  familyName,
  phone,
  pronouns: pronouns[key] ?? null,
  introduction: introductions[key] ?? null,
  createdAt,
}))

export const addressRows = everybody.map(({ personId, key, email }) => ({
  id: idOf(`address ${key}`),
  personId,
  email,
  isPrimary: true,
  verifiedAt: createdAt,
}))

export const roleRows = everybody.flatMap(({ personId, roles }) =>
  roles.map((role) => ({ personId, role, grantedOn: '2026-01-12' })),
)

const { whitlock, calloway } = staff
const { adler, duarte, faraj } = attendings
/** Whom the sign-in page shows first; the others follow behind "more". */
const first = [
  students.park,
  students.diallo,
  students.weiss,
  residents.brandt,
  faraj,
  whitlock,
  duarte,
  adler,
  calloway,
]

function groupOf(roles: readonly Role[]) {
  const has = (...some: Role[]) => some.some((role) => roles.includes(role))
  if (has('student')) return 'students' as const
  const isStaff = has('clerkship-director', 'program-director') || !has('resident', 'attending')
  return isStaff ? ('staff' as const) : ('residents-and-attendings' as const)
}

/** The people with one button each on the sign-in page of the demo. */
export const castRows = [...new Set([...first, ...everybody])].map(({ personId, roles, hint }, rank) => ({
  personId,
  group: groupOf(roles),
  hint,
  rank,
  isFirst: rank < first.length,
}))
