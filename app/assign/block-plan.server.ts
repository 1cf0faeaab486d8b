import { createHash } from 'node:crypto'
import { and, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import { minutesText } from '#app/ui/minutes'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { insist } from '#app/workflow/permissions'
import { enqueue } from '#app/workflow/queue.server'
import { conflict } from '#app/workflow/refusal'
import { read, readAll, type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { jobs } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { From } from './arrangement.server'
import { type BlockChange, CHANGING } from './block-change'
import { moveOf } from './block-moves.server'
import { type BlockRows, named, rowsAboutBlock, type Which, wholeOf } from './block-rows.server'
import { touchedBy } from './touched.server'

const MINUTE_MS = 60_000

function insistBoth(me: Person): void {
  insist(me, 'placement.cancel')
  insist(me, 'program.edit')
}

/** The changes of a year's blocks that are planned and not carried out, and those that failed. */
export const plansIn = (from: From, yearId: string) =>
  from
    .select({ id: jobs.id, state: jobs.state, dueAt: jobs.dueAt, input: jobs.input, error: jobs.error })
    .from(jobs)
    .where(
      and(
        eq(jobs.name, CHANGING),
        sql`${jobs.state} in ('due', 'running', 'failed')`,
        sql`${jobs.input} ->> 'yearId' = ${yearId}`,
      ),
    )
    .orderBy(jobs.dueAt)

/** A plan as pages show it. */
export function planOf({ id, state, dueAt, input, error }: Awaited<ReturnType<typeof plansIn>>[number]) {
  const { by, ...planned } = input as BlockChange
  return { ...planned, id, by: by.name, at: dueAt, error: state === 'failed' ? (error ?? 'It failed') : null }
}
export type Plan = ReturnType<typeof planOf>

/** Changes when anybody in the block does, or its days. */
const versionOf = ({ blocks, held }: BlockRows) => {
  const days = blocks.map(({ id, firstOn, lastOn }) => [id, firstOn, lastOn])
  const seen = JSON.stringify([days, held.map(({ placement: { id, status } }) => [id, status])])
  return createHash('sha256').update(seen).digest('hex').slice(0, 16)
}

/**
 * A block that has not begun, with everybody whom its new first day, or its end (null), touches; and the plan for it
 * that is under way, if there is one. One round trip. Throws 404, and 409 once it began.
 */
export async function findBlockChange(me: Person, which: Which, to: string | null, now: Date = programNow()) {
  insistBoth(me)
  const [plans, ...asked] = await readAll(plansIn(read, which.yearId), ...rowsAboutBlock(read, which))
  const rows = named(asked)
  const block = wholeOf(rows, which.blockId, now)
  const move = moveOf({ block, year: rows.year, blocks: rows.blocks, now }, to)
  return {
    ...{ block, move, version: versionOf(rows), wishers: rows.wishers },
    plan: plans.map(planOf).find(({ blockId }) => blockId === which.blockId) ?? null,
    touched: touchedBy(rows, { ...which, to: move.chosen?.firstOn ?? null }, now),
    /** How long it can be undone, in words. */
    undo: minutesText(rows.rules.undoMinutes),
  }
}

/**
 * What stands there now, where somebody was placed, answered or left since it was looked at; and which of the other
 * dates chosen can't be offered.
 */
export type Stale = { version: string; missed: string[] }
type Wanted = Pick<BlockChange, 'to' | 'reason' | 'instead'> & { version: string }

/**
 * Plans a block's move or cancellation: it is carried out, and everybody told, once the minutes of its undo are over;
 * one that failed before is over with it. Returns what stands there now, and plans nothing, when somebody in it changed
 * since the page was opened or other dates can't be offered. Throws 409 when one is planned already.
 */
export function planBlockChange(me: Person, which: Which, { version, ...wanted }: Wanted, now = programNow()) {
  insistBoth(me)
  return write(async (tx): Promise<Stale | undefined> => {
    const [plans, ...asked] = await together([plansIn(tx, which.yearId), ...rowsAboutBlock(tx, which)])
    const rows = named(asked)
    const block = wholeOf(rows, which.blockId, now)
    const { refused } = moveOf({ ...rows, block, now }, wanted.to)
    if (refused) throw conflict(refused)
    const other = plans.map(planOf).find((plan) => plan.blockId === which.blockId && !plan.error)
    if (other) throw conflict(`${other.by} has planned a change of block ${block.name} already. Undo that first.`)
    const missed = touchedBy(rows, { ...which, ...wanted }, now).flatMap((one) => one.missed ?? [])
    if (version !== versionOf(rows) || missed.length > 0) return { version: versionOf(rows), missed }
    const input: BlockChange = { ...which, ...wanted, name: block.name, by: me }
    const dueAt = new Date(now.getTime() + rows.rules.undoMinutes * MINUTE_MS)
    const step = wanted.to ? 'plan to move' : 'plan to cancel'
    await together([
      cancelPlans(tx, which, eq(jobs.state, 'failed'), now),
      enqueue(tx, { name: CHANGING, key: `${CHANGING} ${newId()}`, input, dueAt }),
      record(tx, me, { subjectKind: 'block', subjectId: which.blockId, step, note: wanted.reason }, now),
    ])
  })
}

/** Drops a plan before it is carried out: nothing has changed, nobody was told. Throws 409 once that is too late. */
export function dropBlockChange(me: Person, which: Which, now = programNow()): Promise<string> {
  insistBoth(me)
  return write(async (tx) => {
    const isAhead = or(eq(jobs.state, 'failed'), and(eq(jobs.state, 'due'), gt(jobs.dueAt, now)))
    const [dropped] = await cancelPlans(tx, which, isAhead, now)
    if (!dropped) throw conflict('It is too late: the block has been changed, and the students are told.')
    await record(tx, me, { subjectKind: 'block', subjectId: which.blockId, step: 'drop plan' }, now)
    return (dropped.input as BlockChange).name
  })
}

const cancelPlans = (tx: Tx, { yearId, blockId }: Which, where: SQL | undefined, now: Date) =>
  tx
    .update(jobs)
    .set({ state: 'cancelled', endedAt: now })
    .where(
      and(
        ...[eq(jobs.name, CHANGING), sql`${jobs.input} ->> 'blockId' = ${blockId}`],
        ...[sql`${jobs.input} ->> 'yearId' = ${yearId}`, where],
      ),
    )
    .returning({ input: jobs.input })
