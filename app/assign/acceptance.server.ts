import { and, eq, inArray } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { recordAll } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type AssignFacts, breachesBeyond } from './arrangement'
import { deleteDrafts } from './drafts.server'
import { cancelIn } from './endings.server'
import { type Change, changesOf } from './proposal'
import { close, openProposal } from './proposals.server'
import { recordsWhere } from './records.server'
import { seasonOf } from './season.server'
import { seatOf } from './seat'

/** Takes the chosen changes of the open proposal over as drafts: all, or none with the reason. Returns how many. */
export function acceptProposal(me: Person, yearId: string, chosen: string[], now = programNow()): Promise<number> {
  insist(me, 'placement.arrange')
  return write(async (tx) => {
    const [open, facts] = await together([openProposal(tx, yearId), seasonOf(tx, yearId, now)])
    if (!open) throw conflict('There is no open proposal any more: somebody has accepted or discarded it.')
    if (open.status === 'running') throw conflict('This proposal is still being worked out.')
    const changes = changesOf(open).filter(({ applicationId }) => chosen.includes(applicationId))
    refuseUnchosen(chosen, changes)
    refuseStale(facts, changes)
    const left = await release(tx, me, changes, now)
    await together([placeAll(tx, me, facts, changes, left, now), close(tx, me, open.id, 'accept', now)])
    return changes.length
  })
}

/** Throws when nothing is chosen, or what is no change of the proposal that is open now. */
function refuseUnchosen(chosen: string[], changes: Change[]): void {
  if (chosen.length === 0) throw conflict('Choose at least one change.')
  if (changes.length < new Set(chosen).size)
    throw conflict('Another proposal was made since you opened this one. Nothing was changed. Look again.')
}

const AGAIN = 'Nothing was changed. Propose places again.'

/** Throws when the year has changed so that these changes no longer fit. */
function refuseStale(facts: AssignFacts, changes: Change[]): void {
  const students = new Map(facts.students.map((student) => [student.id, student]))
  const openings = new Map(facts.openings.map((opening) => [opening.id, opening]))
  const held = new Map(facts.seats.map((seat) => [seat.studentId, seat]))
  const seats = changes.flatMap(({ applicationId, openingId, was }) => {
    const student = students.get(applicationId)
    if (!student) throw conflict(`Somebody’s application has changed since this was proposed. ${AGAIN}`)
    if ((held.get(applicationId)?.openingId ?? null) !== (was ?? null))
      throw conflict(`${student.name} was placed otherwise since this was proposed. ${AGAIN}`)
    const opening = openingId && openings.get(openingId)
    return opening ? [seatOf(student, opening)] : []
  })
  const moving = new Set(changes.map(({ applicationId }) => applicationId))
  const others = facts.seats.filter(({ studentId }) => !moving.has(studentId))
  const [breach] = breachesBeyond({ ...facts, seats: others }, seats)
  if (!breach) return
  const who = breach.concerns.find((id) => moving.has(id))
  throw conflict(`${who ? `${students.get(who)?.name}: ` : ''}${breach.says}. ${AGAIN}`)
}

/** Takes drafts and open offers back whose student moves; returns the offers, by application. */
async function release(tx: Tx, me: Person, changes: Change[], now: Date): Promise<Map<string, string>> {
  const moving = changes.filter(({ was }) => was).map(({ applicationId }) => applicationId)
  if (moving.length === 0) return new Map()
  const held = await recordsWhere(
    tx,
    and(inArray(placements.applicationId, moving), inArray(placements.status, ['draft', 'offered'])),
  )
  const drafts = held.filter(({ placement }) => placement.status === 'draft').map(({ placement }) => placement.id)
  const offers = held.filter(({ placement }) => placement.status === 'offered')
  for (const it of offers) await cancelIn(tx, me, it, 'The places are being given out anew.', now)
  const step = { subjectKind: 'placement', step: 'remove', from: 'draft' }
  await together([
    deleteDrafts(tx, drafts),
    recordAll(
      tx,
      me,
      drafts.map((subjectId) => ({ ...step, subjectId })),
      now,
    ),
  ])
  return new Map(offers.map(({ placement }) => [placement.applicationId!, placement.id]))
}

/** Places everybody as drafts; an offer that gave way names the draft that follows it. */
async function placeAll(
  tx: Tx,
  me: Person,
  facts: AssignFacts,
  changes: Change[],
  left: Map<string, string>,
  now: Date,
) {
  const people = new Map(facts.students.map(({ id, personId }) => [id, personId]))
  const placed = { status: 'draft' as const, placedById: me.personId, placedAt: now, statusAt: now }
  const rows = changes.flatMap(({ applicationId, openingId }) =>
    openingId ? [{ ...placed, id: newId(), applicationId, openingId, studentId: people.get(applicationId)! }] : [],
  )
  if (rows.length === 0) return
  const placings = rows.map(({ id }) => ({ subjectKind: 'placement', subjectId: id, step: 'place', to: 'draft' }))
  await together([
    tx.insert(placements).values(rows),
    recordAll(tx, me, placings, now),
    ...rows.filter(({ applicationId }) => left.has(applicationId)).map((row) => replaceOffer(tx, row, left)),
  ])
}

const replaceOffer = (
  tx: Tx,
  { id, applicationId }: { id: string; applicationId: string },
  left: Map<string, string>,
) =>
  tx
    .update(placements)
    .set({ replacedById: id })
    .where(eq(placements.id, left.get(applicationId)!))
