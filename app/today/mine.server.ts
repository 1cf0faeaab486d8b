import { and, desc, eq, inArray } from 'drizzle-orm'
import { applicationTags, isOpenToStudent, standingOf } from '#app/apply/application'
import { judgedOf } from '#app/apply/judged.server'
import { type ApplicationHead, readRecord } from '#app/apply/records.server'
import { sendByOf, tasksOf } from '#app/apply/tasks.server'
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

/** My places that I know of and that were not given up, the newest first. */
export const placesOf = (me: Person) =>
  read
    .select({ id: t.placements.id, status: t.placements.status, applicationId: t.placements.applicationId })
    .from(t.placements)
    .where(
      and(
        eq(t.placements.studentId, me.personId),
        inArray(t.placements.status, ['offered', 'accepted', 'confirmed', 'completed']),
      ),
    )
    .orderBy(desc(t.placements.statusAt))
type Place = Awaited<ReturnType<typeof placesOf>>[number]

/** What stands first in my day: a place ahead of me, else what I applied for, else the place I had. Null before any. */
export async function mineOf(me: Person, heads: ApplicationHead[], places: Place[], now: Date) {
  const ahead = places.find(({ status }) => status !== 'completed')
  const going = heads.find(isGoing)
  const place = ahead ?? (going ? undefined : places.at(0))
  const head = place ? heads.find(({ application }) => application.id === place.applicationId) : (going ?? heads.at(0))
  if (!head) return null
  const others = heads.filter((one) => one !== head).map(nameOf)
  const stands = place ? await placeStands(me, place, now) : await applicationStands(head, now)
  return { ...nameOf(head), ...stands, others }
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
const noPapers: Paper[] = []

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
  const act = acts[status] ?? { to: `/placements/${id}`, label: 'See your place' }
  const link = status === 'offered' ? { ...act, to: `/placements/${id}` } : act
  return { standing: hereNow(it, dayAt(now)) ?? it.standing, act: link, papers, placeId: id }
}

/** While it runs: until when. */
function hereNow({ placement, block }: FoundPlacement, today: string) {
  if (placement.status !== 'confirmed' || block.firstOn > today) return null
  const line = `Block ${block.name} runs until ${dayText(block.lastOn, { weekday: true })}.`
  return { line, next: 'Your week says where to be, with whom.', tone: 'ok' as const }
}

const acts: Partial<Record<PlacementStatus, { to: string; label: string }>> = {
  offered: { to: '', label: 'Reply to the offer' },
  confirmed: { to: '/rotation', label: 'See your week' },
  completed: { to: '/feedback', label: 'Read your feedback' },
}

async function applicationStands(head: ApplicationHead, now: Date) {
  const it = await readRecord(head)
  const { id, status } = head.application
  const { left } = tasksOf(it, now)
  const isOpen = isOpenToStudent(status)
  const blocks = it.choices.filter(({ choice }) => !choice.hasEnded).map(({ block }) => block.name)
  const standing = standingOf({ ...head.application, tasksLeft: left, sendBy: sendByOf(it, now), blocks })
  const wrong = isOpen
    ? []
    : judgedOf(it, 'to apply', now).filter(({ document }) => document?.document.status === 'problem')
  const papers = wrong.map(({ requirement, verdict }) => ({
    label: requirement.task,
    to: `/applications/${id}/documents/${requirement.key}`,
    isProblem: true,
    isIn: false,
    says: verdict.says,
  }))
  const label = isOpen
    ? left
      ? 'Go on with your application'
      : 'Check your answers, then send'
    : 'See your application'
  return { standing, act: { to: `/applications/${id}`, label }, papers: [...noPapers, ...papers], placeId: null }
}
