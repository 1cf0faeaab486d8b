import { and, eq, inArray, lt, type SQL } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt } from '#app/workflow/day.server'
import { moveAll } from '#app/workflow/move.server'
import { read, type Tx, write } from '#db/client'
import { blocks, evaluations, openings, placements, program } from '#db/schema/index'
import type { Actor } from '#db/schema/people/actors'
import { evaluationWorkflow, openStatuses } from './evaluation'

const byItself: Actor = { kind: 'job', name: 'Forms close with their placement' }

/** What follows a placement that was withdrawn or cancelled: its open forms close. */
export async function closeWithPlacement(tx: Tx, placementId: string, _: Actor, now: Date): Promise<void> {
  await close(tx, eq(evaluations.placementId, placementId), now)
}

/** Whether a form is open past the limit: spares an idle portal from writing. */
export async function isExpiryDue(now: Date): Promise<boolean> {
  const [rules] = await read.select({ days: program.gradeLimitDays }).from(program)
  if (!rules) return false
  return (await openForms(read, overdue(rules.days, now))).length > 0
}

/** Closes the forms that are still open when the grade's outer limit has passed; returns how many. */
export function expireEvaluations(now = programNow()): Promise<number> {
  return write(async (tx) => {
    const [rules] = await tx.select({ days: program.gradeLimitDays }).from(program)
    return rules ? close(tx, overdue(rules.days, now), now) : 0
  })
}

const overdue = (days: number, now: Date) => inArray(evaluations.placementId, endedBefore(addDays(dayAt(now), -days)))

const endedBefore = (day: string) =>
  read
    .select({ id: placements.id })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .where(lt(blocks.lastOn, day))

const openForms = (from: Pick<Tx, 'select'>, which: SQL) =>
  from
    .select({ id: evaluations.id, status: evaluations.status })
    .from(evaluations)
    .where(and(which, inArray(evaluations.status, [...openStatuses])))

async function close(tx: Tx, which: SQL, now: Date): Promise<number> {
  const them = await openForms(tx, which)
  const workflow = evaluationWorkflow
  await moveAll(tx, byItself, { table: evaluations, kind: 'evaluation', workflow, step: 'expire', them }, now)
  return them.length
}
