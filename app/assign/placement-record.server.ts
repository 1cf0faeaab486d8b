import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { mayAskForWaitlist, mayBePlaced } from '#app/apply/place'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, daysFrom } from '#app/workflow/day.server'
import { may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { insteadOf } from '#db/views'
import { happenedTo } from './happened.server'
import { agreementsIn, missingOf, papersOf, papersWhere, theirs } from './papers.server'
import { live } from './placement'
import { isOpenTo, type PlacementRecord, recordOf } from './records.server'
import { standingOf } from './standing'
import { placementSteps } from './steps'
import { timelineOf } from './timeline'

/** A placement with all that its page shows. Throws 404 when it isn't there, or not this person's to see. */
export async function findPlacement(me: Person, id: string, now: Date = programNow()) {
  const [[it], papers, agreements, events, [program], wishes, [{ others }], [came]] = await readPlacement(id)
  if (!it || !isOpenTo(me, it)) throw notFound()
  const isMine = it.placement.studentId === me.personId
  const isStaff = may(me, 'board.read')
  const missing = isMine || isStaff ? missingOf(papersOf(papers, agreements, now)) : []
  const facts = { ...factsFor(it, program, wishes, theirs(missing).length, now), ...came }
  const { firstDayAt, hasOtherWish } = facts
  const today = dayAt(now)
  return {
    ...it,
    ...{ isMine, hasOtherWish },
    papersDueOn: facts.placement.papersDueOn,
    lastOn: it.placement.expiresAt && dayAt(it.placement.expiresAt),
    standing: standingOf(facts),
    steps: placementSteps(me, it.placement, now),
    mayArrange: may(me, 'placement.arrange'),
    missing: missing.map((paper) => ({ ...paper, link: linkTo(it, paper.key) })),
    otherWishes: wishes.filter(({ choice }) => choice.blockId !== it.block.id && !choice.hasEnded),
    others,
    rules: { firstDayAt, dropNoticeDays: program.dropNoticeDays },
    timeline: timelineOf({ ...it, events, isMine, maySeeReasons: isStaff && !isMine, firstDayAt, today }),
    notice: daysFrom(today, it.block.firstOn),
  }
}

const readPlacement = (id: string) =>
  readAll(
    recordOf(id),
    papersWhere(read, eq(t.placements.id, id)),
    agreementsIn(read),
    happenedTo(id),
    read.select().from(t.program),
    wishesOf(id),
    othersBeside(id),
    read.select({ insteadOf }).from(t.placements).where(eq(t.placements.id, id)),
  )
export type FoundPlacement = Awaited<ReturnType<typeof findPlacement>>

const applicationOf = (id: string) => sql`(select application_id from placements where id = ${id})`

const wishesOf = (id: string) =>
  read
    .select({ choice: t.choices, block: t.blocks.name })
    .from(t.choices)
    .innerJoin(t.blocks, eq(t.blocks.id, t.choices.blockId))
    .where(eq(t.choices.applicationId, applicationOf(id)))
    .orderBy(asc(t.choices.rank))
type Wish = Awaited<ReturnType<typeof wishesOf>>[number]

/** How many other students are on the same service on some of the same days. */
const othersBeside = (id: string) =>
  read
    .select({ others: sql<number>`count(*)` })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(
      and(
        inArray(t.placements.status, [...live]),
        ne(t.placements.id, id),
        sql`exists (select 1 from placements p join openings o on o.id = p.opening_id join blocks b on b.id = o.block_id
          where p.id = ${id} and o.service_id = ${t.openings.serviceId}
          and b.first_on <= ${t.blocks.lastOn} and b.last_on >= ${t.blocks.firstOn})`,
      ),
    )

function factsFor(
  it: PlacementRecord,
  program: typeof t.program.$inferSelect,
  wishes: Wish[],
  missing: number,
  now: Date,
) {
  const { placement, opening, block } = it
  const isFulfilled = ({ choice }: Wish) =>
    choice.blockId === opening.blockId && (!choice.serviceId || choice.serviceId === opening.serviceId)
  const mine = wishes.find(isFulfilled)
  const papersDueOn = placement.papersDueOn ?? addDays(block.firstOn, -program.papersDueDaysBefore)
  return {
    ...it,
    placement: { ...placement, papersDueOn },
    missing,
    daysLeft: placement.expiresAt ? daysFrom(dayAt(now), dayAt(placement.expiresAt)) : null,
    wish: mine ? `wish ${mine.choice.rank} of ${wishes.length}` : null,
    gradeDueOn: addDays(block.lastOn, program.gradeDueDays),
    firstDayAt: clockOf(program.firstDayAt),
    ...knownOf(it),
    hasOtherWish: wishes.some((wish) => !isFulfilled(wish) && !wish.choice.hasEnded),
  }
}

/** What has become of the application since. */
const knownOf = (it: PlacementRecord) => ({
  mayAskForWaitlist: mayAskForWaitlist(it),
  mayBePlaced: mayBePlaced(it.application),
  isWaiting: it.application.status === 'waitlisted',
  isListed: it.application.isListed,
})

const linkTo = ({ application }: PlacementRecord, key: string) => `/applications/${application.id}/documents/${key}`

/** "7:00 AM" of "07:00". */
function clockOf(time: string): string {
  const [hour, minute] = time.split(':').map(Number)
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')} ${hour < 12 ? 'AM' : 'PM'}`
}
