import { dayAt, daysFrom } from '#app/workflow/day.server'
import { may } from '#app/workflow/permissions'
import type { Person } from '#db/schema/people/actors'
import { documentsToCheck, type Stage, stagesFor, toScoreBy, type Unchecked } from './applications.server'
import { lettersOwedBy, overdueInAll, toRelease } from './evaluations.server'
import { draftsAndOverbooked, freeSeats, gradesToSign, openOffers } from './placements.server'
import * as item from './queue'
import { seatsToOffer } from './waitlist.server'

/** What is counted for this person, as queries by name. */
export const queueQueries = (me: Person, today: string) => ({
  stages: stagesFor(me),
  toScore: toScoreBy(me),
  unchecked: documentsToCheck(me),
  offers: openOffers(me),
  board: draftsAndOverbooked(me, today),
  free: freeSeats(me, today),
  grades: gradesToSign(me),
  overdue: overdueInAll(me, today),
  toRelease: toRelease(me),
  letters: lettersOwedBy(me),
  waitlist: seatsToOffer(me, today),
})
type Queries = ReturnType<typeof queueQueries>
export type QueueFacts = { [K in keyof Queries]: Awaited<Queries[K]> }

const dayOf = (at: Date | null | undefined) => (at ? dayAt(at) : null)
const since = (day: string | null | undefined, today: string) => (day ? daysFrom(day, today) : undefined)

/** The queues of this person: what only they can do, then what runs through everybody's hands. */
export function queuesFor(me: Person, facts: QueueFacts, today: string): item.Queued[] {
  const own = ownQueues(me, facts)
  const shared = [...applicationQueues(me, facts, today), ...rotationQueues(me, facts, today)]
  return [...own, ...shared]
}

function ownQueues(
  me: Person,
  { grades: [grades], toRelease: [release], toScore: [score], letters: [letters], ...it }: QueueFacts,
) {
  const isDirector = may(me, 'grade.sign', { studentId: '' })
  const health = it.unchecked.filter(({ isHealth }) => isHealth)
  return [
    isDirector && item.gradesItem(grades),
    isDirector && item.releaseItem(release),
    may(me, 'score.owe') && item.scoreItem({ ...score, oldestOn: dayOf(score.sentAt) }),
    letters.n > 0 && item.lettersItem({ ...letters, oldestOn: dayOf(letters.requestedAt) }),
    may(me, 'document.check', { isHealth: true }) && item.documentsItem(sumOf(health), true),
  ].filter((one): one is item.Queued => Boolean(one))
}

function applicationQueues(me: Person, { stages, ...it }: QueueFacts, today: string) {
  if (!may(me, 'application.decide')) return []
  const of = (stage: Stage['stage']) => {
    const row = stages.find((one) => one.stage === stage)
    return { n: row?.n ?? 0, names: row?.names, oldestOn: dayOf(row?.sentAt), row }
  }
  const [review, school, returned] = [of('submitted'), of('school'), of('returned')]
  const papers = it.unchecked.filter(({ isHealth }) => !isHealth)
  return [
    item.reviewItem({ ...review, dueOn: review.row?.replyByOn }),
    item.schoolItem({ ...school, days: since(dayOf(school.row?.askedAt), today) }),
    may(me, 'document.check', { isHealth: false }) && item.documentsItem(sumOf(papers), false),
    item.returnedItem({ ...returned, dueOn: returned.row?.returnByOn }),
  ].filter((one): one is item.Queued => Boolean(one))
}

function rotationQueues(me: Person, facts: QueueFacts, today: string) {
  const {
    offers: [offers],
    board: [board],
    free: [free],
    overdue: [overdue],
    grades: [grades],
    waitlist: [waitlist],
  } = facts
  const eligible = facts.stages.find(({ stage }) => stage === 'eligible')
  const [arranges, reads] = [may(me, 'placement.arrange'), may(me, 'completion.read')]
  return [
    arranges && item.placeItem({ n: eligible?.n ?? 0, names: eligible?.names, free: free.n }),
    arranges && waitlist.n > 0 && item.waitlistItem(waitlist),
    arranges && board.drafts > 0 && item.draftsItem(board.drafts),
    arranges && item.offersItem({ ...offers, dueOn: dayOf(offers.next) }),
    may(me, 'placement.overbook') && board.overbooked > 0 && item.overbookedItem(board.overbooked),
    reads && item.overdueItem({ ...overdue, days: since(overdue.dueOn, today) }),
    reads && !may(me, 'grade.sign', { studentId: '' }) && item.gradesItem(grades),
  ].filter((one): one is item.Queued => Boolean(one))
}

/** All of them together, and the nearest block that some are for. */
function sumOf(rows: Unchecked[]) {
  const near = rows.find(({ block }) => block !== null)
  const n = rows.reduce((sum, row) => sum + row.n, 0)
  return { n, near: near?.block && near.firstOn ? { ...near, block: near.block, firstOn: near.firstOn } : null }
}
