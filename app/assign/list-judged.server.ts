import { newId } from '#db/schema/columns'
import { type AssignFacts, checkSeat } from './arrangement'
import type { OpeningRow } from './arrangement.server'
import { type Line, same } from './list'
import { openingOf, schoolOf } from './list-places'
import { accountOf, namesakeOf, profileOf, studentOf } from './list-student.server'
import type { ListWorld } from './list-world.server'
import { isCovered } from './papers.server'
import { seatOf } from './seat'

/** A student to be placed, with what has to be entered for it. */
export type Entry = {
  applicationId: string
  personId: string
  name: string
  email: string | null
  isNew: boolean
  /** Is on file without an address: the one of this list becomes theirs. */
  isAddressed: boolean
  schoolId: string | null
  row: OpeningRow
  profile: (ReturnType<typeof profileOf> & { personId: string }) | null
}
/** One line of a list: to be placed, there already, or what is wrong with it. */
export type Judged = { line: Line; says: string } & (
  | { state: 'new'; entry: Entry; namesakeIds?: undefined }
  | { state: 'there' | 'problem'; entry?: undefined; namesakeIds?: string[] }
)

/** Each line in turn by the rules of the coordinator's own hand, with those before it placed. */
export function judged(lines: Line[], world: ListWorld): Judged[] {
  const before: Entry[] = []
  let { facts } = world
  return lines.map((line) => {
    const found = entryOf(line, world, before)
    if ('says' in found) return { line, ...found }
    const { opening, student, entry, isCoveredThen } = found
    const with_: AssignFacts = { ...facts, students: [...facts.students, student] }
    const [breach] = checkSeat(with_, student, opening)
    if (breach) return { line, state: 'problem', says: breach.says }
    facts = { ...with_, seats: [...facts.seats, seatOf(student, opening)] }
    before.push(entry)
    const says = [isCoveredThen ? 'Has room' : UNCOVERED, ...(entry.isAddressed ? [addressedText(entry)] : [])]
    return { line, state: 'new', entry, says: says.join('. ') }
  })
}

const UNCOVERED = 'Has room. No agreement with the school covers these days: confirmed only once one does'
const addressedText = ({ name, email }: Entry) =>
  `${name} of this school is on file without an address and gets ${email}: for somebody else, write a middle name too`
const problem = (says: string) => ({ state: 'problem' as const, says })

function entryOf(line: Line, world: ListWorld, before: Entry[]) {
  const where = whereOf(line, world)
  if ('says' in where) return problem(where.says)
  const who = whoOf(line, where.school, world, before)
  if ('says' in who) return problem(who.says)
  const { opening } = where.row
  const isThere = (it: { personId: string; openingId: string }) =>
    it.personId === who.personId && it.openingId === opening.id
  if (world.facts.seats.some(isThere)) return { state: 'there' as const, says: 'Is placed there already' }
  const other = namesakeOf(line, where.school, world, before)
  if (other) return { state: 'problem' as const, ...other }
  const open = world.open.find((it) => it.studentId === who.personId && it.clerkshipId === opening.clerkshipId)
  if (open) return problem(`Has an application for it, ${open.reference}: place them on the board`)
  return drawnUp(line, where, who, world)
}

type Where = { row: OpeningRow; school: ListWorld['schools'][number] }

function whereOf(line: Line, world: ListWorld): Where | { says: string } {
  if (!line.student) return { says: 'Name the student' }
  if (line.classOf && !/^20\d\d$/.test(line.classOf)) return { says: 'Write the class as a year, like 2027' }
  const [row, school] = [openingOf(line, world), schoolOf(line, world)]
  if ('says' in row) return row
  return 'says' in school ? school : { row, school }
}

type Who = Pick<Entry, 'personId' | 'name' | 'email' | 'isNew' | 'isAddressed'> & {
  told: ListWorld['accounts'][number]['profile']
}

function whoOf(line: Line, school: Where['school'], world: ListWorld, before: Entry[]): Who | { says: string } {
  const account = accountOf(line, school, world)
  if (account && 'says' in account) return account
  const email = line.email.toLowerCase() || null
  if (account) {
    const { personId, name, profile: told } = account
    return { personId, name, email, isNew: false, isAddressed: Boolean(email) && !account.email, told }
  }
  const earlier = before.find((it) => (email ? it.email === email : isNamesake(it, line, school.id)))
  const isNew = !earlier
  return { personId: earlier?.personId ?? newId(), name: line.student, email, isNew, isAddressed: false, told: null }
}

const isNamesake = (it: Entry, line: Line, schoolId: string) =>
  !it.email && same(it.name, line.student) && it.schoolId === schoolId

function drawnUp(line: Line, { row, school }: Where, { told, ...who }: Who, world: ListWorld) {
  const profile = told ? null : { ...profileOf(line, school, row, world), personId: who.personId }
  const entry: Entry = { ...who, applicationId: newId(), row, profile, schoolId: (told ?? profile)!.schoolId }
  const known = { id: entry.applicationId, personId: who.personId, name: who.name, school, openingId: row.opening.id }
  return {
    entry,
    student: studentOf(known, (told ?? profile)!),
    opening: world.facts.openings.find(({ id }) => id === row.opening.id)!,
    isCoveredThen: isCovered(world.agreements, school.id, row.block),
  }
}
