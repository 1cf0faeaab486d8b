import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, daysFrom, mondayOf } from '#app/workflow/day.server'
import { may } from '#app/workflow/permissions'
import { read, readNamed } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { aheadLines } from './ahead'
import { ahead } from './ahead.server'
import { owedBy } from './evaluations.server'
import { firstLines, firstQueries, weeksAlone } from './first.server'
import { headsOf, mineOf, placesOf } from './mine.server'
import { blockNow } from './placements.server'
import { queueQueries, queuesFor } from './queues.server'
import { absencesAround, clinicsOf, daysWith, onRecordOf, recordLines, weekLines, weeksOf } from './students.server'

const AHEAD_DAYS = 42

const ownQueries = (me: Person, today: string) => ({
  heads: headsOf(me),
  places: placesOf(me),
  owed: owedBy(me),
  weeks: weeksOf(me),
  onRecord: onRecordOf(me, today),
  clinics: clinicsOf(me),
  away: absencesAround(me),
  holidays: read.select({ on: t.holidays.on }).from(t.holidays),
  block: blockNow(today),
  ahead: ahead(me, today, addDays(today, AHEAD_DAYS)),
})

/** What waits for this person, for each of their roles: at most two round trips, however much there is. */
export async function findToday(me: Person, now = programNow()) {
  const today = dayAt(now)
  const facts = await readNamed({ ...ownQueries(me, today), ...firstQueries(me, today), ...queueQueries(me, today) })
  const mine = await mineOf(me, facts.heads, facts.places, now)
  const alone = await weeksAlone(me, facts.next.at(0)?.id)
  const left = (day: string) => daysFrom(today, day)
  const queues = queuesFor(me, facts, today)
  const isStudent = may(me, 'application.start')
  return {
    title: titleOf(mine?.placeId ?? null, isStudent, queues.length > 0, facts.owed.length),
    today,
    block: blockText(facts.block.at(0), today),
    mine,
    isStudent,
    asks: may(me, 'schedule.read') && !isStudent,
    maySearch: may(me, 'application.list'),
    owed: owedRows(me, facts, left),
    students: [...weekLines(facts.weeks, facts.clinics, today), ...recordLines(facts.onRecord)],
    first: [...firstLines(me, facts, left), ...alone],
    queues,
    ahead: aheadLines(facts.ahead),
    behind: behindFor(me),
  }
}
export type Today = Awaited<ReturnType<typeof findToday>>

type Own = { [K in keyof ReturnType<typeof ownQueries>]: Awaited<ReturnType<typeof ownQueries>[K]> }

/** Each with the days left and the days together. */
function owedRows(me: Person, { owed, weeks, away, holidays }: Own, left: (day: string) => number) {
  const free = holidays.map(({ on }) => on)
  const days = (placementId: string) => daysWith(me, weeks, away, free, placementId)
  return owed.map((row) => ({ ...row, left: left(row.dueOn), days: days(row.placementId) }))
}

/** Pages that show how the portal itself is doing. */
const behindFor = (me: Person) => [
  ...(may(me, 'message.read') ? [{ to: '/messages', label: 'Messages that went out' }] : []),
  ...(may(me, 'work.read') ? [{ to: '/work', label: 'Background work' }] : []),
  ...(may(me, 'event.read') ? [{ to: '/events', label: 'What happened, step by step' }] : []),
]

function titleOf(placeId: string | null, isStudent: boolean, hasQueues: boolean, owed: number): string {
  if (isStudent) return placeId ? 'Your rotation' : 'Your application'
  return !hasQueues && owed > 0 ? `Waiting for you: ${owed}` : 'Today'
}

type Block = { name: string; firstOn: string; lastOn: string }

/** "block 6, week 1 of 4", or null between blocks. */
function blockText(block: Block | undefined, today: string): string | null {
  if (!block) return null
  const weekOf = (day: string) => Math.floor(daysFrom(mondayOf(block.firstOn), day) / 7) + 1
  return `block ${block.name}, week ${weekOf(today)} of ${weekOf(block.lastOn)}`
}
