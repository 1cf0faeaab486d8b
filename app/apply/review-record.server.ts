import { and, sql } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { may } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { readAll } from '#db/client'
import { applications } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { whatKeepsFromEligible } from './decisions.server'
import { clearance, documentTags } from './document'
import { type Judged, judgedOf } from './judged.server'
import { type ApplicationRecord, headOf, readRecord } from './records.server'
import type { Stage } from './review'
import { reviewsOf } from './reviews.server'
import { stageWhere } from './stages.server'
import { worklistRows } from './worklist.server'

/** One application as staff see it, with the list it was opened from. 404 for drafts and for who may not read it. */
export async function findReview(me: Person, id: string, stage: Stage, now = programNow()) {
  const [[head], list, reviews] = await readAll(
    headOf(id),
    worklistRows(and(stageWhere(stage))).limit(60),
    reviewsOf(id),
  )
  if (!head || head.application.status === 'draft' || !may(me, 'application.read', head.application)) throw notFound()
  if (!may(me, 'application.list')) throw notFound()
  const record = await readRecord(head)
  const papers = papersOf(me, record, now)
  const missing = head.application.status === 'submitted' ? whatKeepsFromEligible(record, now) : []
  return { ...head, record, list, papers, missing, ...scoresFor(me, reviews) }
}
export type Review = Awaited<ReturnType<typeof findReview>>

/** What was handed in, as this person may see it: a health paper is only cleared or not, but to its reviewer. */
function papersOf(me: Person, record: ApplicationRecord, now: Date) {
  const all = [...judgedOf(record, 'to apply', now), ...judgedOf(record, 'to start', now)]
  return all.filter(({ document }) => document).map((it) => paperOf(me, record, it))
}

function paperOf(me: Person, record: ApplicationRecord, { requirement, verdict, document }: Judged) {
  const { id, key, name, phase, isHealth } = requirement
  const { studentId } = record.application
  const mayRead = may(me, 'document.read', { studentId, isHealth })
  const status = document?.document.status ?? 'received'
  const common = { id, key, name, phase, isHealth, mayRead, tag: mayRead ? documentTags[status] : clearance(status) }
  if (!mayRead) return { ...common, says: '', mayCheck: false, isOpen: false, file: null, document: null }
  return {
    ...common,
    says: verdict.says,
    mayCheck: may(me, 'document.check', { isHealth }),
    isOpen: status === 'received',
    file: document?.file ? { pages: document.file.pages, size: document.file.size, type: document.file.type } : null,
    document: document?.document ?? null,
  }
}

/** My own scores, and others' once I have signed or may decide without scoring. */
function scoresFor(me: Person, reviews: Awaited<ReturnType<typeof reviewsOf>>) {
  const mine = reviews.find(({ review }) => review.reviewerId === me.personId)?.review ?? null
  const maySee = mine?.status === 'signed' && !mine.hasConflict
  const others = reviews.filter(({ review }) => review.reviewerId !== me.personId && review.status === 'signed')
  return { mine, others: maySee ? others.filter(({ review }) => !review.hasConflict) : [], signed: others.length }
}

/** Whose application was decided, and which one waits next: after a decision its record opens. */
export async function afterDecision(id: string): Promise<{ name: string; next: string | null }> {
  const [[decided], [next]] = await readAll(
    headOf(id),
    worklistRows(and(stageWhere('review'), sql`${applications.id} <> ${id}`)).limit(1),
  )
  return { name: decided?.student.name ?? 'The student', next: next?.id ?? null }
}
