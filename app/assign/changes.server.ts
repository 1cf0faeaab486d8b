import { and, asc, eq } from 'drizzle-orm'
import { minutesText } from '#app/ui/minutes'
import { programNow } from '#app/workflow/clock.server'
import { endOf } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import { blocks, choices, placements, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { replyByOn, settableDays } from './deadline.server'
import { words } from './messages.server'
import { type PlacementRecord, recordsWhere } from './records.server'

type Wish = { choice: typeof choices.$inferSelect }
type Rules = typeof program.$inferSelect
export const draftsOf = (yearId: string) => and(eq(blocks.yearId, yearId), eq(placements.status, 'draft'))

/** Every draft of a year with its deadline and the message that publishing sends; and how long that can be undone. */
export async function findChanges(me: Person, yearId: string, now: Date = programNow()) {
  insist(me, 'placement.arrange')
  const [[rules], drafts, wishes] = await readAll(
    read.select().from(program),
    recordsWhere(read, draftsOf(yearId)),
    read
      .select({ choice: choices })
      .from(choices)
      .innerJoin(placements, eq(placements.applicationId, choices.applicationId))
      .where(eq(placements.status, 'draft'))
      .orderBy(asc(choices.rank)),
  )
  const changes = drafts.map((it) => changeOf(it, rules, wishes, now))
  return { changes, undo: changes.length > 0 ? minutesText(rules.undoMinutes) : null }
}
export type Change = ReturnType<typeof changeOf>

function changeOf(it: PlacementRecord, rules: Rules, wishes: Wish[], now: Date) {
  const { isListed } = it.application
  const day = isListed ? null : replyByOn(it.block.firstOn, now, rules)
  const expiresAt = day ? endOf(day) : null
  return {
    id: it.placement.id,
    student: it.student.name,
    studentId: it.student.id,
    block: it.block,
    service: it.service.name,
    wish: wishText(wishes, it),
    expiresAt,
    /** Empty unless the coordinator has to set the deadline. */
    days: day || isListed ? [] : settableDays(it.block.firstOn, now, rules),
    isListed,
    to: it.email,
    message: words[isListed ? 'enrolled' : 'offer']({ ...it, placement: { ...it.placement, expiresAt } }, { now }),
  }
}

function wishText(wishes: Wish[], { opening, application }: PlacementRecord): string | null {
  const mine = wishes.filter(({ choice }) => choice.applicationId === application.id)
  const wish = mine.find(
    ({ choice }) => choice.blockId === opening.blockId && (!choice.serviceId || choice.serviceId === opening.serviceId),
  )
  return wish ? `${wish.choice.rank} of ${mine.length}` : null
}
