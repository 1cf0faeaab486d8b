import { desc, eq } from 'drizzle-orm'
import { applicationTags, isOpenToStudent, standingOf } from '#app/apply/application'
import { judgedOf } from '#app/apply/judged.server'
import { type ApplicationHead, readRecord } from '#app/apply/records.server'
import { isDone, takesFile } from '#app/apply/requirement'
import { sendByOf, tasksOf } from '#app/apply/tasks.server'
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

const isLive = ({ application: { status } }: ApplicationHead) => status !== 'withdrawn' && status !== 'not offered'

/** Where my application stands and what is left for me to do; the others by name. Null before any. */
export async function mineOf(heads: ApplicationHead[], now: Date) {
  const head = heads.find(isLive) ?? heads.at(0)
  if (!head) return null
  const others = heads.filter((one) => one !== head).map(nameOf)
  return { ...nameOf(head), ...(await standing(head, now)), others }
}

const nameOf = ({ application: { id, status, reference }, clerkship }: ApplicationHead) => ({
  id,
  reference,
  name: clerkship.kind === 'elective' ? 'Elective' : 'Sub-internship',
  sub: `${clerkship.name} · ${reference}`,
  tag: applicationTags[status],
})

async function standing(head: ApplicationHead, now: Date) {
  const it = await readRecord(head)
  const { left } = tasksOf(it, now)
  const isOpen = isOpenToStudent(head.application.status)
  const blocks = it.choices.map(({ block }) => block.name)
  const facts = { ...head.application, tasksLeft: left, sendBy: sendByOf(it, now), blocks }
  const place = it.placement && it.placement.status !== 'draft' ? it.placement : null
  return {
    standing: standingOf(facts),
    to: place ? `/placements/${place.id}` : `/applications/${head.application.id}`,
    act: place
      ? (placeActs[place.status] ?? 'See your place')
      : isOpen
        ? left
          ? 'Go on with your application'
          : 'Check your answers, then send'
        : 'See your application',
    papers: papersLeft(it, now),
  }
}

const placeActs: Partial<Record<string, string>> = { offered: 'Reply to the offer', confirmed: 'See your place' }

/** What is still asked for after sending: what has a problem, and what a place needs before its first day. */
function papersLeft(it: Awaited<ReturnType<typeof readRecord>>, now: Date) {
  if (isOpenToStudent(it.application.status)) return []
  const wrong = judgedOf(it, 'to apply', now).filter(({ document }) => document?.document.status === 'problem')
  const isNear = it.placement && ['offered', 'accepted', 'confirmed'].includes(it.placement.status)
  const toStart = isNear ? judgedOf(it, 'to start', now, [it.placement.block]).filter(isMissing) : []
  return [...wrong, ...toStart].map(({ requirement, verdict }) => ({
    label: requirement.task,
    to: `/applications/${it.application.id}/documents/${requirement.key}`,
    isProblem: verdict.state === 'problem',
    says: verdict.says,
  }))
}

const isMissing = ({ requirement, verdict }: ReturnType<typeof judgedOf>[number]) =>
  takesFile(requirement) && !isDone(verdict)
