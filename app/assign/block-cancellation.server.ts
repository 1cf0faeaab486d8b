import { and, eq, inArray, or } from 'drizzle-orm'
import type { Block } from '#app/program/opening'
import { closeSeats, seatedIn } from '#app/program/seat-closing.server'
import { dayText } from '#app/ui/time'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, readAll, together, write } from '#db/client'
import { blocks, placements } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { From } from './arrangement.server'
import { cancelIn, dropDraft } from './endings.server'
import { live, placementTags } from './placement'
import { recordsWhere } from './records.server'

type Which = { yearId: string; blockId: string }

const partsOf = (from: From, { yearId, blockId }: Which) =>
  from
    .select()
    .from(blocks)
    .where(and(eq(blocks.yearId, yearId), or(eq(blocks.id, blockId), eq(blocks.partOfId, blockId))))

/** Who holds a place or a draft in a block or its halves. */
const heldIn = (from: From, { blockId }: Which) =>
  recordsWhere(
    from,
    and(inArray(placements.status, [...live]), or(eq(blocks.id, blockId), eq(blocks.partOfId, blockId))),
  ).orderBy(placements.id)

function wholeOf(parts: Block[], now: Date): Block {
  const block = parts.find(({ partOfId }) => partOfId === null)
  if (!block) throw notFound()
  if (block.firstOn <= dayAt(now)) {
    throw conflict(`Block ${block.name} began ${dayText(block.firstOn)}: cancel its places one by one.`)
  }
  return block
}

/** A block that has not begun, with everybody whom its cancellation touches. Throws 404, and 409 once it began. */
export async function findBlockToCancel(me: Person, which: Which, now: Date = programNow()) {
  insistBoth(me)
  const [parts, held] = await readAll(partsOf(read, which), heldIn(read, which))
  const { name, firstOn, lastOn } = wholeOf(parts, now)
  const students = held.map(({ placement, student, block, service }) => ({
    ...{ id: placement.id, studentId: student.id, name: student.name, block: block.name, service: service.name },
    ...{ isDraft: placement.status === 'draft', state: placementTags[placement.status].label },
  }))
  return { block: { name, firstOn, lastOn }, students }
}

function insistBoth(me: Person): void {
  insist(me, 'placement.cancel')
  insist(me, 'program.edit')
}

/**
 * The host takes a whole block back in one write: every offer and place in it is cancelled with the reason, drafts are
 * removed, and no seat stays, so that nobody is placed there again. Throws 409 when nothing is left to cancel.
 */
export async function cancelBlock(me: Person, which: Which, reason: string, now: Date = programNow()) {
  insistBoth(me)
  return write(async (tx) => {
    const [parts, held] = await together([partsOf(tx, which), heldIn(tx, which)])
    const block = wholeOf(parts, now)
    const ids = parts.map(({ id }) => id)
    const [seated] = await together([
      seatedIn(tx, ids),
      ...held.map((it) =>
        it.placement.status === 'draft' ? dropDraft(tx, me, it, now) : cancelIn(tx, me, it, reason, now),
      ),
    ])
    if (seated.length + held.length === 0) throw conflict(`Block ${block.name} has no place and no seat any more.`)
    if (seated.length > 0) await closeSeats(tx, me, which.yearId, seated, now)
    return { name: block.name, told: held.filter(({ placement }) => placement.status !== 'draft').length }
  })
}
