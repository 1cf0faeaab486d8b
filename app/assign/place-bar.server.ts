import type { AssignFacts, Student } from './arrangement'
import { check, checkSeat } from './arrangement'
import { nextAfter, toPlace, type Waiting } from './queue'
import { yearIn } from './student-rules'
import type { Year } from './year.server'

export type PlacingWish = { rank: number; name: string; openingId: string | null; says: string }
export type Placing = {
  id: string
  name: string
  familyName: string
  sub: string
  turn: string | null
  nextId: string | null
  wishes: PlacingWish[]
}

/** Who is being placed: where they study, whose turn comes next, and how each wish stands. */
export function placingOf(year: Year, facts: AssignFacts, student: Student, waiting: Waiting[]): Placing {
  const row = year.students.find(({ application }) => application.id === student.id)!
  const queue = toPlace(waiting)
  const at = queue.findIndex(({ id }) => id === student.id)
  const first = facts.openings.find(({ id }) => student.wishes[0]?.openingIds.includes(id))
  const grade = first ? yearIn(student, first.block) : null
  const school = row.school?.name ?? row.profile.schoolName
  return {
    id: student.id,
    name: student.name,
    familyName: row.familyName,
    sub: [grade && `${grade === 4 ? '4th' : '3rd'} year`, school].filter(Boolean).join(', '),
    turn: at >= 0 ? `${at + 1} of ${queue.length} to place` : null,
    nextId: nextAfter(waiting, student.id),
    wishes: wishesOf(year, facts, student),
  }
}

function wishesOf(year: Year, facts: AssignFacts, student: Student): PlacingWish[] {
  const before = check(facts)
  const mine = year.wishes.filter(({ choice }) => choice.applicationId === student.id)
  return mine.map(({ choice }) => {
    const openings = facts.openings.filter(({ id }) =>
      student.wishes.find(({ rank }) => rank === choice.rank)?.openingIds.includes(id),
    )
    const block = year.blocks.find(({ id }) => id === choice.blockId)
    const service = choice.serviceId ? (openings[0]?.service.name ?? '') : 'either service'
    const verdicts = openings.map((opening) => ({ opening, breaches: checkSeat(facts, student, opening, before) }))
    const room = verdicts.find(({ breaches }) => breaches.length === 0)
    const says = room ? 'room' : (verdicts[0]?.breaches[0]?.says.split(/[:(]/)[0].trim() ?? 'not open')
    const name = `Block ${block?.name ?? ''} ${service}`.trim()
    return {
      rank: choice.rank,
      name,
      openingId: room?.opening.id ?? null,
      says: says.charAt(0).toLowerCase() + says.slice(1),
    }
  })
}
