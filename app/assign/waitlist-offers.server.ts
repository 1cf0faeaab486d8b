import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, write } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { checkSeat, type Opening, type Student } from './arrangement'
import { replyByOn, settableDays } from './deadline.server'
import { offerSeat } from './promotion.server'
import { type Waiting, waitingIn } from './waiting.server'
import { type At, whoWaits } from './waitlist-changes.server'
import { labelOf } from './waitlist-stand.server'

type Wanted = At & { applicationId: string }

/** What the page of the coordinator's offer says. Throws 404 and 409 as the offer itself. */
export async function findSeatOffer(me: Person, wanted: Wanted, now: Date = programNow()) {
  insist(me, 'placement.offer')
  const season = await waitingIn(read, wanted.yearId, now)
  const { opening, student } = askedIn(season, wanted)
  const line = whoWaits(season, opening.id)
  const days = daysFor(opening, season, now)
  if (days.length === 0) throw conflict('The start is too near for an offer: at least 24 hours are needed to answer.')
  return {
    name: student.name,
    studentId: student.personId,
    label: labelOf(opening),
    days,
    before: line.slice(0, line.indexOf(student)).map(({ name }) => name),
  }
}

/** Who waits, for which opening. Throws 404 when either is not there, 409 when a rule forbids the seat. */
function askedIn({ facts, undecided }: Waiting, { openingId, applicationId }: Wanted) {
  const opening = facts.openings.find(({ id }) => id === openingId)
  const student = facts.students.find(({ id }) => id === applicationId)
  if (!opening) throw notFound()
  if (!student || undecided.has(student.id))
    throw conflict('This student no longer waits: something changed meanwhile.')
  const [breach] = checkSeat(facts, student, opening)
  if (breach) throw conflict(`${student.name} can’t be offered this seat: ${breach.says}.`)
  return { opening, student }
}

/** The days until which this seat can be answered: the one that the rules give, else those the coordinator may set. */
function daysFor({ block }: Pick<Opening, 'block'>, { rules }: Waiting, now: Date): string[] {
  const day = replyByOn(block.first, now, rules)
  return day ? [day] : settableDays(block.first, now, rules)
}

/**
 * Offers a free seat to somebody who waits, when the coordinator is asked: too near the start to go by itself, or out
 * of order. Throws 409 with a sentence when it can't be. Returns the name and until which day.
 */
export function offerFromWaitlist(me: Person, wanted: Wanted, set: string | undefined, now: Date = programNow()) {
  insist(me, 'placement.offer')
  return write(async (tx: Tx): Promise<{ student: Student; day: string }> => {
    const season = await waitingIn(tx, wanted.yearId, now)
    const { opening, student } = askedIn(season, wanted)
    const days = daysFor(opening, season, now)
    const day = days.length === 1 ? days[0] : set
    if (!day || !days.includes(day))
      throw conflict(`Set until when ${student.name} can answer: at least 24 hours, before the first day.`)
    await offerSeat(tx, me, { student, opening, day }, season, now)
    return { student, day }
  })
}
