import { and, desc, eq, isNull, max } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { applications, proposals } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { AssignFacts } from './arrangement'
import { openingsIn, seatsIn, studentsWhere, wishesWhere } from './arrangement.server'
import { factsOf } from './facts.server'
import { seedOf } from './lottery.server'
import { placeIn } from './placements.server'
import { reviewsWhere, scoreOf } from './scores.server'
import { inputHash, proposeSerially } from './serial-order.server'
import { yearSpan } from './year.server'

/**
 * Works out places for everybody who waits and stores the run; the same input gives the run that stands already.
 * An older open proposal of the year is set aside.
 */
export function proposePlaces(me: Person, yearId: string, now: Date = programNow()): Promise<string> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [seed, facts, open] = await together([
      seedOf(tx, yearId, now),
      factsIn(tx, yearId, now),
      openProposal(tx, yearId),
    ])
    const hash = inputHash(facts, seed)
    if (open?.inputHash === hash) return open.id
    if (open) await tx.update(proposals).set({ discardedAt: now }).where(eq(proposals.id, open.id))
    const { seats, unplaced } = proposeSerially(facts, seed)
    return store(tx, me, { yearId, seed, inputHash: hash, seats, unplaced }, now)
  })
}

async function factsIn(tx: Tx, yearId: string, now: Date): Promise<AssignFacts> {
  const where = and(eq(applications.yearId, yearId), eq(applications.status, 'eligible'))
  const [openings, seats, students, wishes, reviews] = await tx.batch([
    openingsIn(tx, yearSpan(yearId)),
    seatsIn(tx, yearSpan(yearId)),
    studentsWhere(tx, where),
    wishesWhere(tx, where),
    reviewsWhere(tx, where),
  ])
  const facts = factsOf({ openings, seats, students, wishes }, now)
  return { ...facts, students: facts.students.map((it) => ({ ...it, score: scoreOf(reviews, it.id) })) }
}

type Run = Pick<typeof proposals.$inferInsert, 'yearId' | 'seed' | 'inputHash' | 'seats' | 'unplaced'>

async function store(tx: Tx, me: Person, run: Run, now: Date): Promise<string> {
  const [{ last }] = await tx
    .select({ last: max(proposals.number) })
    .from(proposals)
    .where(eq(proposals.yearId, run.yearId))
  const row = { ...run, number: (last ?? 0) + 1, status: 'serial' as const, madeById: me.personId, madeAt: now }
  const [{ id }] = await tx.insert(proposals).values(row).returning({ id: proposals.id })
  await record(tx, me, { subjectKind: 'proposal', subjectId: id, step: 'propose', to: 'serial' }, now)
  return id
}

export const isOpen = (yearId: string) =>
  and(eq(proposals.yearId, yearId), isNull(proposals.acceptedAt), isNull(proposals.discardedAt))

async function openProposal(tx: Tx, yearId: string) {
  const [row] = await tx.select().from(proposals).where(isOpen(yearId)).orderBy(desc(proposals.number)).limit(1)
  return row
}

/** Takes the chosen seats of the open proposal over as drafts: all, or none with the reason. Returns how many. */
export function acceptProposal(
  me: Person,
  yearId: string,
  chosen: string[],
  now: Date = programNow(),
): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const open = await openProposal(tx, yearId)
    if (!open) throw conflict('There is no open proposal any more: somebody has accepted or discarded it.')
    const seats = open.seats.filter(({ applicationId }) => chosen.includes(applicationId))
    for (const { applicationId, openingId } of seats) await placeIn(tx, me, { applicationId, openingId }, now)
    await close(tx, me, open.id, 'accept', now)
    return seats.length
  })
}

/** Sets the open proposal aside; nothing else changes. */
export function discardProposal(me: Person, yearId: string, now: Date = programNow()): Promise<void> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const open = await openProposal(tx, yearId)
    if (!open) throw notFound('There is no open proposal.')
    await close(tx, me, open.id, 'discard', now)
  })
}

async function close(tx: Tx, me: Person, id: string, step: 'accept' | 'discard', now: Date): Promise<void> {
  const set = step === 'accept' ? { acceptedAt: now } : { discardedAt: now }
  await tx.update(proposals).set(set).where(eq(proposals.id, id))
  await record(tx, me, { subjectKind: 'proposal', subjectId: id, step }, now)
}
