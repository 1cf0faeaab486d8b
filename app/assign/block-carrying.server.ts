import { and, eq } from 'drizzle-orm'
import { stepApplication } from '#app/apply/applications.server'
import { reviveWishes } from '#app/apply/ended-wishes.server'
import { moveBlock } from '#app/program/block-move.server'
import { closeSeats, seatedIn } from '#app/program/seat-closing.server'
import { listText } from '#app/ui/list-text'
import { record } from '#app/workflow/events.server'
import { follow as setOff } from '#app/workflow/follow.server'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { events, placements } from '#db/schema/index'
import type { BlockChange } from './block-change'
import { tellWisher } from './block-messages.server'
import { moveOf } from './block-moves.server'
import { type BlockRows, named, rowsAboutBlock, wholeOf } from './block-rows.server'
import { addDraft } from './drafts.server'
import { cancelIn, dropDraft } from './endings.server'
import { enrollDraft } from './enrolling.server'
import { offerInstead } from './instead.server'
import { offerDraft } from './offering.server'
import { type Agreement, agreementsIn } from './papers.server'
import { recordsWhere } from './records.server'
import { follow } from './renewal.server'
import { placeText } from './standing'
import { stepPlacement } from './step.server'
import { shiftOf, type Touched, touchedBy } from './touched.server'

/** The plan as it was queued: its id is the job's. */
type Planned = { id: string; input: unknown }
type Carried = { change: BlockChange; rules: BlockRows['rules']; agreements: Agreement[]; now: Date }

/**
 * Moves or cancels a block as it was planned, with everybody who is in it at this moment, in one write. Done twice it
 * does nothing twice. Throws 409 when the block began meanwhile, or the calendar forbids its new days.
 */
export function changeBlock({ id, input }: Planned, now: Date): Promise<void> {
  const change = input as BlockChange
  const { yearId, blockId, to, by } = change
  return write(async (tx) => {
    const [[done], agreements, ...asked] = await together([
      carriedOut(tx, id),
      agreementsIn(tx),
      ...rowsAboutBlock(tx, change),
    ])
    if (done) return
    const rows = named(asked)
    if (wholeOf(rows, blockId, now).firstOn === to) return
    const touched = touchedBy(rows, change, now)
    refuseMissed(touched, change, rows, now)
    const days = to === null ? 0 : shiftOf(rows, blockId, to)
    if (to === null) await closeAll(tx, change, rows, now)
    else await moveBlock(tx, by, { yearId, blockId, days }, now)
    const carried = { change, rules: rows.rules, agreements, now }
    for (const one of touched) await carryOut(tx, one, carried)
    for (const { it, instead } of touched) if (instead) await offerInstead(tx, by, it, instead, now)
    if (to !== null) await setOff(tx, 'block.move', `${blockId}/${days}`, by, now)
    await together(rows.wishers.map((it) => tellWisher(tx, it, id, change, now)))
    await record(tx, by, { subjectKind: 'job', subjectId: id, step: CARRY_OUT }, now)
  })
}

const CARRY_OUT = 'carry out'

/** New days of the block, or other dates for somebody, that are gone are chosen anew before anything happens. */
function refuseMissed(touched: Touched[], { name, blockId, to }: BlockChange, rows: BlockRows, now: Date): void {
  const { refused } = moveOf({ ...rows, block: wholeOf(rows, blockId, now), now }, to)
  if (refused) throw conflict(refused)
  const missed = touched.flatMap((one) => one.missed ?? [])
  if (missed.length === 0) return
  const what = `Block ${name} was not ${to === null ? 'cancelled' : 'moved'}`
  throw conflict(`${what}: ${listText(missed)}. Choose other dates.`)
}

/** What a process that died right after the write has left to know that all was done. */
const carriedOut = (tx: Tx, id: string) =>
  tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.subjectKind, 'job'), eq(events.subjectId, id), eq(events.step, CARRY_OUT)))

async function closeAll(tx: Tx, { yearId, blockId, by }: BlockChange, { blocks }: BlockRows, now: Date) {
  const parts = blocks.filter(({ id, partOfId }) => id === blockId || partOfId === blockId)
  const seated = await seatedIn(
    tx,
    parts.map(({ id }) => id),
  )
  if (seated.length > 0) await closeSeats(tx, by, yearId, seated, now)
}

async function carryOut(tx: Tx, touched: Touched, carried: Carried): Promise<void> {
  const { it, fate, instead } = touched
  const { change, now } = carried
  if (fate === 'is removed') await dropDraft(tx, change.by, it, now)
  if (fate === 'loses the place') await cancelIn(tx, change.by, it, change.reason, now, instead !== null)
  if (fate === 'is asked again' || fate === 'keeps the place') await moveAlong(tx, touched, carried)
}

/** The old place ends; the new one, in the same opening on its new days, is offered, or stands for those of a list. */
async function moveAlong(tx: Tx, { it, fate, replyByOn }: Touched, { change, rules, agreements, now }: Carried) {
  const { by, reason } = change
  const isPlaced = it.application.status === 'placed'
  await together([
    stepPlacement(tx, by, it, 'move', { note: reason, set: { reason } }, now),
    isPlaced && stepApplication(tx, by, it.application, 'unplace', {}, now),
    reviveWishes(tx, it.application.id),
  ])
  const drafted = { applicationId: it.application.id, openingId: it.opening.id, studentId: it.student.id }
  const step = it.placement.isOverbooked ? 'overbook' : 'place'
  const id = await addDraft(tx, by, drafted, { step }, now)
  const [[draft]] = await together([recordsWhere(tx, eq(placements.id, id)), follow(tx, it.placement.id, id)])
  const moved = { was: placeText(it), reason }
  if (fate === 'keeps the place') await enrollDraft(tx, by, draft, { agreements, notBeforeAt: now, moved }, now)
  else await offerDraft(tx, by, draft, { day: replyByOn!, rules, moved }, now)
}
