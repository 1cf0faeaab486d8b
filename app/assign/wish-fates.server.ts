import { and, asc, desc, eq, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import { wishName } from '#app/apply/choice'
import { programNow } from '#app/workflow/clock.server'
import { may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type AssignFacts, type Breach, checkSeat } from './arrangement'
import { openingsIn, rulesIn, seatsIn, studentsWhere } from './arrangement.server'
import { factsOf } from './facts.server'
import type { PlacementStatus } from './placement'
import { NO_SEATS } from './seat-rules'

export type WishFate = { rank: number; name: string; block: { firstOn: string; lastOn: string }; says: string }

/**
 * What became of each wish of an application, in words that name nobody else and speak of no draft. One round trip.
 * Throws 404 when it is not there, not sent, or not this person's to read.
 */
export async function findWishFates(me: Person, applicationId: string, now: Date = programNow()) {
  const [[row], wishes, own, openings, seats, rules] = await readAll(...asked(applicationId))
  if (!row?.application.sentAt || !may(me, 'application.read', row.application)) throw notFound()
  const { studentId, status } = row.application
  const others = seats.filter(({ placement }) => placement.status !== 'draft' && placement.studentId !== studentId)
  const facts = factsOf({ openings, seats: others, students: [row], wishes, rules }, now)
  const isDecided = own.length > 0 || ['waitlisted', 'not offered', 'placed'].includes(status)
  const fates = wishes.map(({ choice: { rank, serviceId }, block, service }): WishFate => {
    const isHere = ({ opening }: (typeof own)[number]) =>
      opening.blockId === block.id && (!serviceId || serviceId === opening.serviceId)
    const mine = own.find(isHere)
    const says = isDecided ? whyNot(facts, rank, status) : 'Not decided yet'
    return { rank, name: wishName(block, service), block, says: mine ? held[mine.placement.status] : says }
  })
  const isMine = studentId === me.personId
  return { fates, isMine, name: row.name, studentId }
}

const asked = (applicationId: string) => {
  const yearDay = (column: 'first_on' | 'last_on'): SQL<string> =>
    sql`(select y.${sql.raw(column)} from academic_years y join applications a on a.year_id = y.id
      where a.id = ${applicationId})`
  const span = { first: yearDay('first_on'), last: yearDay('last_on') }
  return [
    studentsWhere(read, eq(t.applications.id, applicationId)),
    read
      .select({ choice: t.choices, block: t.blocks, service: t.services })
      .from(t.choices)
      .innerJoin(t.blocks, eq(t.blocks.id, t.choices.blockId))
      .leftJoin(t.services, eq(t.services.id, t.choices.serviceId))
      .where(eq(t.choices.applicationId, applicationId))
      .orderBy(asc(t.choices.rank)),
    read
      .select({ placement: t.placements, opening: t.openings })
      .from(t.placements)
      .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
      .where(and(eq(t.placements.applicationId, applicationId), ne(t.placements.status, 'draft')))
      .orderBy(desc(t.placements.statusAt), isNotNull(t.placements.replacedById)),
    openingsIn(read, span),
    seatsIn(read, span),
    rulesIn(read),
  ] as const
}

const held: Record<PlacementStatus, string> = {
  draft: '',
  offered: 'Offered to you',
  accepted: 'You accepted it',
  confirmed: 'Your place',
  completed: 'Completed',
  declined: 'You declined it',
  lapsed: 'The offer ended without your reply',
  withdrawn: 'You gave it up',
  cancelled: 'We had to cancel it',
}

/** What stands in the way of a wish now: of several openings, the one that comes nearest to a place. */
function whyNot(facts: AssignFacts, rank: number, status: string): string {
  const [student] = facts.students
  const ids = student.wishes.find((wish) => wish.rank === rank)?.openingIds ?? []
  const openings = facts.openings.filter(({ id }) => ids.includes(id))
  if (openings.length === 0) return 'Not open'
  if (openings.every(({ seats }) => seats === 0)) return NO_SEATS
  const breaches = openings.flatMap((opening) => checkSeat(facts, student, opening).slice(0, 1))
  const says = breaches.length < openings.length ? 'A seat is free now' : reasonText(breaches[0])
  return status === 'waitlisted' ? `${says}. You are on its waitlist` : says
}

function reasonText({ rule, says }: Breach): string {
  if (rule === 'seats-opening') return 'Full: other students have the seats'
  if (rule === 'seats-block') return 'The block is full'
  if (rule === 'seats-day') return 'The service is full on some of these days'
  if (rule === 'school-cap') return 'The block has as many students of your school as it takes'
  if (rule === 'no-overlap' || rule === 'one-placement') return 'You are with us elsewhere on these days'
  return says
}
