import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { checkSeat, countingRules } from './arrangement'
import { factsOf } from './facts.server'
import { rowsAround, type Wanted } from './placements.server'
import { placeText } from './standing'

/** What stands in the way of a place that only the program director may give. Throws 409 when more than seats do. */
export async function findOverbooking(me: Person, wanted: Wanted, now: Date = programNow()) {
  insist(me, 'placement.overbook')
  const facts = factsOf(await rowsAround(read, wanted), now)
  const opening = facts.openings.find(({ id }) => id === wanted.openingId)
  const [student] = facts.students
  if (!opening || !student) throw notFound()
  const breaches = checkSeat(facts, student, opening)
  const other = breaches.find(({ rule }) => !countingRules.includes(rule))
  if (other) throw conflict(`${other.says}. That can’t be overbooked.`)
  const { block, service } = opening
  const what = placeText({ block: { name: block.name, firstOn: block.first, lastOn: block.last }, service })
  return {
    name: student.name,
    studentId: student.personId,
    what: what.charAt(0).toUpperCase() + what.slice(1),
    breaches: breaches.map(({ says }) => says),
  }
}
