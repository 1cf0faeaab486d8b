import { and, eq, inArray } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { moveAll } from '#app/workflow/move.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { attendingsOfRecord, exclusions, pairings } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import {
  absencesIn,
  type BlockFacts,
  dutiesIn,
  pairingsIn,
  placedIn,
  placementsIn,
  readBlock,
  supervisorsIn,
  withDays,
} from './block.server'
import { judgeOf } from './judge.server'
import { tellPairings } from './messages.server'
import { type Pairing, pairingWorkflow, type Span } from './pairing'

export type Student = BlockFacts['students'][number]
export type Entry = Span & { placementId: string; supervisorId: string | null }

/** The block with everything that its page shows. Throws 404 without it or without the right to see it. */
export async function findBlock(me: Person, blockId: string) {
  insist(me, 'pairing.read')
  const facts = await readBlock(blockId)
  if (!facts.block) throw notFound()
  return { ...facts, block: facts.block }
}

/**
 * Puts these weeks in place of what stood for the named placements, and the attendings of record beside them.
 * Placements already published stay published. Throws 409 with the first sentence that forbids one.
 */
export function savePairings(
  me: Person,
  blockId: string,
  entries: Entry[],
  records: { placementId: string; attendingId: string }[],
  now = programNow(),
): Promise<void> {
  insist(me, 'pairing.arrange')
  return write(async (tx) => {
    const facts = await factsIn(tx, blockId)
    const chosen = entries.filter((entry): entry is Entry & Pairing => entry.supervisorId !== null)
    const touched = [...new Set(entries.map((entry) => entry.placementId))]
    refuseBroken(facts, chosen, touched)
    await together([
      replace(tx, facts, chosen, touched),
      ...records.map((it) => setRecord(tx, facts, it)),
      record(tx, me, { subjectKind: 'block', subjectId: blockId, step: 'pair' }, now),
    ])
    await tellPairings(tx, blockId, now)
  })
}

async function factsIn(tx: Tx, blockId: string) {
  const [students, people, duties, absences, standing, excluded] = await tx.batch([
    placedIn(tx, blockId),
    supervisorsIn(tx),
    dutiesIn(tx, blockId),
    absencesIn(tx, blockId),
    pairingsIn(tx, blockId),
    tx.select().from(exclusions),
  ])
  const supervisors = withDays(people, duties, absences)
  return { students, supervisors, pairings: standing, exclusions: excluded }
}
type Facts = Awaited<ReturnType<typeof factsIn>>

function refuseBroken(facts: Facts, chosen: Pairing[], touched: string[]) {
  const kept = facts.pairings.filter((it) => !touched.includes(it.placementId))
  const { whyNot } = judgeOf(facts, [...kept, ...chosen])
  const students = new Map(facts.students.map((it) => [it.placementId, it]))
  for (const entry of chosen) {
    const student = students.get(entry.placementId)
    if (!student) throw conflict('One of these students is not placed in this block anymore. Open the page again.')
    const why = whyNot(student, entry.supervisorId, entry)
    const name = facts.supervisors.find((it) => it.id === entry.supervisorId)?.name
    if (why) throw conflict(`${name} can’t take ${student.name} from ${entry.firstOn}: ${name} ${why}.`)
  }
}

async function replace(tx: Tx, facts: Facts, chosen: Pairing[], touched: string[]) {
  const published = new Set(facts.pairings.filter((it) => it.status === 'published').map((it) => it.placementId))
  const statusOf = (it: Pairing) => (published.has(it.placementId) ? ('published' as const) : ('draft' as const))
  const rows = chosen.map((it) => ({ ...it, status: statusOf(it) }))
  const gone = tx.delete(pairings).where(inArray(pairings.placementId, touched))
  await (rows.length > 0 ? tx.batch([gone, tx.insert(pairings).values(rows)]) : gone)
}

async function setRecord(tx: Tx, facts: Facts, it: { placementId: string; attendingId: string }) {
  const attending = facts.supervisors.find((one) => one.id === it.attendingId && one.kind === 'attending')
  const student = facts.students.find((one) => one.placementId === it.placementId)
  if (!attending || !student) throw conflict('This attending can’t be set: open the page again.')
  if (facts.exclusions.some((one) => one.studentId === student.studentId && one.supervisorId === attending.id)) {
    throw conflict(`${attending.name} may not be paired with ${student.name}.`)
  }
  await tx.insert(attendingsOfRecord).values(it).onConflictDoUpdate({ target: attendingsOfRecord.placementId, set: it })
}

/** Shows the block's pairings to both sides. Throws 409 while a student has no attending of record. */
export function publishPairings(me: Person, blockId: string, now = programNow()): Promise<void> {
  insist(me, 'pairing.arrange')
  return write(async (tx) => {
    const [students, drafts] = await tx.batch([
      placedIn(tx, blockId),
      tx
        .select({ id: pairings.id, status: pairings.status })
        .from(pairings)
        .where(and(inArray(pairings.placementId, placementsIn(blockId)), eq(pairings.status, 'draft'))),
    ])
    const without = students.find((it) => !it.attendingId)
    if (without) throw conflict(`${without.name} has no attending of record yet. Choose one, save, then publish.`)
    const move = { table: pairings, kind: 'pairing', workflow: pairingWorkflow, step: 'publish' }
    await moveAll(tx, me, { ...move, them: drafts }, now)
    await tellPairings(tx, blockId, now)
  })
}
