import { and, desc, eq, inArray } from 'drizzle-orm'
import { applicationTags, isOpenToStudent } from '#app/apply/application'
import { judgedOf } from '#app/apply/judged.server'
import { mayAskForWaitlist } from '#app/apply/place'
import { type ApplicationHead, type ApplicationRecord, readRecord } from '#app/apply/records.server'
import { standingNow } from '#app/apply/standing.server'
import { tasksOf } from '#app/apply/tasks.server'
import { theirs } from '#app/assign/papers.server'
import type { PlacementStatus } from '#app/assign/placement'
import { type FoundPlacement, findPlacement } from '#app/assign/placement-record.server'
import { dayText } from '#app/ui/time'
import { dayAt } from '#app/workflow/day.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'

/** My applications, the newest first, each as the head of its record. */
export const headsOf = (me: Person) =>
  read
    .select({
      application: t.applications,
      clerkship: t.clerkships,
      program: t.program,
      student: { name: t.people.name },
    })
    .from(t.applications)
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.applications.clerkshipId))
    .innerJoin(t.people, eq(t.people.id, t.applications.studentId))
    .innerJoin(t.program, eq(t.program.id, 1))
    .where(eq(t.applications.studentId, me.personId))
    .orderBy(desc(t.applications.startedAt))

/** My places that I know of and that were not given up, and offers that ended without a reply, the newest first. */
export const placesOf = (me: Person) =>
  read
    .select({
      id: t.placements.id,
      status: t.placements.status,
      statusAt: t.placements.statusAt,
      applicationId: t.placements.applicationId,
    })
    .from(t.placements)
    .where(
      and(
        eq(t.placements.studentId, me.personId),
        inArray(t.placements.status, ['offered', 'accepted', 'confirmed', 'completed', 'lapsed']),
      ),
    )
    .orderBy(desc(t.placements.statusAt))
type Place = Awaited<ReturnType<typeof placesOf>>[number]

/**
 * What stands first in my day: a place ahead of me, else what I applied for, else what came last: the place I had, or
 * an offer that ended so that I can ask to wait for another. Null before any.
 */
export async function mineOf(me: Person, heads: ApplicationHead[], places: Place[], now: Date) {
  const ahead = places.find(({ status }) => status !== 'completed' && status !== 'lapsed')
  const going = heads.find(isGoing)
  const place = ahead ?? (going ? undefined : behind(heads, places))
  const head = place ? heads.find(({ application }) => application.id === place.applicationId) : (going ?? heads.at(0))
  if (!head) return null
  const others = heads.filter((one) => one !== head).map(nameOf)
  const stands = place ? await placeStands(me, place, now) : await applicationStands(head, now)
  return { ...nameOf(head), ...stands, others }
}

function behind(heads: ApplicationHead[], places: Place[]): Place | undefined {
  const mayAsk = (placement: Place) =>
    heads.some(
      ({ application }) => application.id === placement.applicationId && mayAskForWaitlist({ placement, application }),
    )
  return places.find((place) => place.status === 'completed' || mayAsk(place))
}

const isGoing = ({ application: { status } }: ApplicationHead) =>
  !['withdrawn', 'not offered', 'placed'].includes(status)

const nameOf = ({ application: { id, status, reference }, clerkship }: ApplicationHead) => ({
  id,
  reference,
  name: clerkship.kind === 'elective' ? 'Elective' : 'Sub-internship',
  sub: `${clerkship.name} · ${reference}`,
  tag: applicationTags[status],
})

type Paper = { label: string; to: string; isProblem: boolean; isIn: boolean; says: string }

async function placeStands(me: Person, { id, status }: Place, now: Date) {
  const it = await findPlacement(me, id, now)
  const open = status === 'accepted' ? theirs(it.missing) : []
  const papers = open.map(({ task, link, verdict, hint }) => ({
    label: task,
    to: link,
    isProblem: verdict.state === 'problem',
    isIn: verdict.state === 'received',
    says: verdict.says || hint || '',
  }))
  const { to = `/placements/${id}`, label } = acts[status] ?? { label: 'See your place' }
  return {
    standing: hereNow(it, dayAt(now)) ?? it.standing,
    act: { to, label },
    papers,
    placeId: status === 'lapsed' ? null : id,
  }
}

/** While it runs: until when. */
function hereNow({ placement, block }: FoundPlacement, today: string) {
  if (placement.status !== 'confirmed' || block.firstOn > today) return null
  const line = `Block ${block.name} runs until ${dayText(block.lastOn, { weekday: true })}.`
  return { line, next: 'Your week says where to be, with whom.', tone: 'ok' as const }
}

const acts: Partial<Record<PlacementStatus, { to?: string; label: string }>> = {
  offered: { label: 'Reply to the offer' },
  confirmed: { to: '/rotation', label: 'See your week' },
  completed: { to: '/feedback', label: 'Read your feedback' },
  lapsed: { label: 'Ask to join the waitlist' },
}

async function applicationStands(head: ApplicationHead, now: Date) {
  const it = await readRecord(head)
  const { standing, place } = standingNow(it, now)
  return { standing, act: place ?? applicationAct(it, now), papers: papersToReplace(it, now), placeId: null }
}

function applicationAct(it: ApplicationRecord, now: Date) {
  const { id, status } = it.application
  const to = `/applications/${id}`
  if (!isOpenToStudent(status)) return { to, label: 'See your application' }
  return { to, label: tasksOf(it, now).left ? 'Go on with your application' : 'Check your answers, then send' }
}

/** What was found wrong with what was sent. */
function papersToReplace(it: ApplicationRecord, now: Date): Paper[] {
  if (isOpenToStudent(it.application.status)) return []
  const wrong = judgedOf(it, 'to apply', now).filter(({ document }) => document?.document.status === 'problem')
  return wrong.map(({ requirement, verdict }) => ({
    label: requirement.task,
    to: `/applications/${it.application.id}/documents/${requirement.key}`,
    isProblem: true,
    isIn: false,
    says: verdict.says,
  }))
}
