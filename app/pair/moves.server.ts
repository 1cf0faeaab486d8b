import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { post } from '#app/mail/messages.server'
import { daysText } from '#app/ui/time'
import { addDays } from '#app/workflow/day.server'
import { type Tx, together } from '#db/client'
import { newId } from '#db/schema/columns'
import * as t from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'

const old = alias(t.placements, 'old')

/** Pairings of this block's places, with the place that came in the stead of one that moved. */
const pairedIn = (tx: Tx, blockId: string) =>
  tx
    .select({
      pairing: t.pairings,
      moved: old.replacedById,
      email: t.addresses.email,
      student: t.people.name,
      block: t.blocks.name,
    })
    .from(t.pairings)
    .innerJoin(old, eq(old.id, t.pairings.placementId))
    .innerJoin(t.people, eq(t.people.id, old.studentId))
    .innerJoin(t.openings, eq(t.openings.id, old.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .leftJoin(t.addresses, and(eq(t.addresses.personId, t.pairings.supervisorId), eq(t.addresses.isPrimary, true)))
    .where(or(eq(t.blocks.id, blockId), eq(t.blocks.partOfId, blockId)))
type Paired = Awaited<ReturnType<typeof pairedIn>>[number]

/**
 * What follows a block that moved, `blockId/days`: who works with whom moves along as a draft, since duty may be
 * another on the new days; whoever knew of it is told. The attending of record stays the same.
 */
export async function movePairings(tx: Tx, id: string, _: Actor, now: Date): Promise<void> {
  const [blockId, days] = id.split('/')
  const paired = await pairedIn(tx, blockId)
  const moved = paired.map(({ pairing, moved }) => ({
    ...{ ...pairing, id: newId(), status: 'draft' as const, placementId: moved ?? pairing.placementId },
    ...{ firstOn: addDays(pairing.firstOn, Number(days)), lastOn: addDays(pairing.lastOn, Number(days)) },
  }))
  const ids = paired.map(({ pairing }) => pairing.id)
  await tx.delete(t.pairings).where(inArray(t.pairings.id, ids))
  const told = paired.filter(({ pairing, email }) => email && pairing.status === 'published')
  await together([
    moved.length > 0 && tx.insert(t.pairings).values(moved),
    recordFollows(tx, blockId),
    ...told.map((it) => tell(tx, it, now)),
  ])
}

const recordFollows = (tx: Tx, blockId: string) => {
  const { placementId } = t.attendingsOfRecord
  const moved = sql`(select p.id from placements p join placements n on n.id = p.replaced_by_id
    join openings o on o.id = p.opening_id join blocks b on b.id = o.block_id
    where n.opening_id = p.opening_id and (b.id = ${blockId} or b.part_of_id = ${blockId}))`
  return tx
    .update(t.attendingsOfRecord)
    .set({ placementId: sql`(select replaced_by_id from placements p where p.id = ${placementId})` })
    .where(sql`${placementId} in ${moved}`)
}

function tell(tx: Tx, { pairing, email, student, block }: Paired, now: Date) {
  const days = daysText(pairing.firstOn, pairing.lastOn)
  const message = {
    key: `pairing.moved:${pairing.id}`,
    kind: 'pairing.moved',
    to: email!,
    subject: `${student} does not work with you ${days}`,
    paragraphs: [
      `Block ${block} has moved, so ${student} is not here ${days}. We tell you when the new weeks are set.`,
    ],
    link: { label: 'See who works with you', path: '/today' },
    about: { kind: 'pairing', id: pairing.id },
  }
  return post(tx, message, now)
}
