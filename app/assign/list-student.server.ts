import type { Listed } from '#app/apply/listed.server'
import { addDays } from '#app/workflow/day.server'
import type { Student } from './arrangement'
import type { OpeningRow } from './arrangement.server'
import { type Line, same } from './list'
import type { ListWorld } from './list-world.server'

type School = ListWorld['schools'][number]
type Account = ListWorld['accounts'][number]
type Says = { says: string }

/** The account that a line means: by its address, else among those on file without one by name and school. */
export function accountOf(
  { student, email }: Line,
  school: School,
  { accounts }: ListWorld,
): Account | undefined | Says {
  const unaddressed = accounts.find((it) => !it.email && same(it.name, student) && it.profile?.schoolId === school.id)
  if (!email) return unaddressed
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return { says: `“${email}” is no e-mail address` }
  const known = accounts.find((it) => it.email === email.toLowerCase())
  if (known?.closedAt) return { says: `The account of ${email} is closed` }
  if (known && !known.isStudent) return { says: `${email} belongs to ${known.name}, who is no student here` }
  return known ?? (unaddressed?.closedAt ? undefined : unaddressed)
}

type Placed = { name: string; email: string | null; schoolId: string | null }

/**
 * What a line is asked where somebody of its name and school is known otherwise, on file or further up: whom it means.
 * Without an address it might mean who has one; with one it might mean who stands further up without. Undefined when
 * it can mean nobody else.
 */
export function namesakeOf({ student, email }: Line, school: School, { namesakes }: ListWorld, before: Placed[]) {
  const known = [...namesakes, ...before].filter((it) => it.schoolId === school.id && same(it.name, student))
  if (email) return known.some((it) => !it.email) ? { says: `${student} ${ABOVE}` } : undefined
  const emails = [...new Set(known.flatMap((it) => it.email ?? []))].join(' and ')
  if (!emails) return undefined
  const says = `${student} of this school is known as ${emails}: ${WHICH}`
  return { says, namesakeIds: namesakes.filter((it) => known.includes(it)).map(({ personId }) => personId) }
}

const WHICH =
  'if the line means them, add the address in a column “E-mail”; if it means somebody else, add that student’s own'
const ABOVE =
  'of this school stands further up without an address: if both lines mean one student, add the address in both; if ' +
  'they mean two, add each one’s own'

/**
 * What is taken to be so of a student who has said nothing yet: the class of the line, else the one that graduates at
 * the year's end, and that the clerkships that come before are done by then; their school answers for it.
 */
export function profileOf(line: Line, school: School, { block }: OpeningRow, { year }: ListWorld) {
  const graduates = Number(line.classOf || year.lastOn.slice(0, 4))
  const promotesOn = `${graduates - 1}-07-01`
  const doneOn = [addDays(promotesOn, -1), addDays(block.firstOn, -1)].sort()[0]
  return {
    ...{ schoolId: school.id, schoolName: null, registrarEmail: school.registrarEmail ?? '' },
    ...{ promotesOn, graduatesOn: `${graduates}-06-30`, medicineDoneOn: doneOn, surgeryDoneOn: doneOn },
    ...{ exam: null, examPassedOn: null, emergencyName: null, emergencyPhone: null },
  } satisfies Omit<NonNullable<Listed['profile']>, 'personId'>
}

type Known = { id: string; personId: string; name: string; school: School; openingId: string }
type Studied = Pick<ReturnType<typeof profileOf>, 'promotesOn' | 'graduatesOn' | 'medicineDoneOn' | 'surgeryDoneOn'>

/** The student as the rules see one whose one wish is where they go. */
export function studentOf({ id, personId, name, school, openingId }: Known, profile: Studied): Student {
  return {
    ...{ id, personId, name, tier: 0, score: null, lacks: null, schoolId: school.id },
    isAffiliated: school.isAffiliated || school.isOwn,
    promotesOn: profile.promotesOn,
    graduatesOn: profile.graduatesOn,
    preparedOn: [profile.medicineDoneOn, profile.surgeryDoneOn].sort()[1],
    wishes: [{ rank: 1, openingIds: [openingId] }],
  }
}
