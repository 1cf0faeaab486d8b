import { and, eq, lt } from 'drizzle-orm'
import { type Link, linkActor, makeLink, revokeLinks, useLink } from '#app/people/links.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, endOf } from '#app/workflow/day.server'
import { record } from '#app/workflow/events.server'
import { move } from '#app/workflow/move.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, write } from '#db/client'
import { applications, confirmations } from '#db/schema/index'
import type { Actor, Person } from '#db/schema/people/actors'
import { myApplication } from './applications.server'
import { type Confirmation, confirmationWorkflow } from './confirmation'
import { postAnswered, postToSchool } from './messages.server'
import { readHead } from './records.server'

/** How long the school can read its page after its last day to answer. */
const READABLE_DAYS = 30
const kind = 'confirmation'

/**
 * Asks the home school by a mailed link, or asks again: the link before opens nothing any more. Throws 409 once the
 * school has confirmed, or when the application has ended.
 */
export async function askSchool(me: Person, applicationId: string, email: string, now: Date = programNow()) {
  const it = await readHead(me, applicationId)
  const replyByOn = addDays(dayAt(now), it.program.confirmationDays)
  await write(async (tx) => {
    const { status, studentId } = await myApplication(tx, me, applicationId)
    if (status === 'withdrawn' || status === 'not offered') throw conflict('This application has ended.')
    const asked = { askedAt: now, askedOf: email, replyByOn }
    const id = await askedAgain(tx, me, { applicationId, studentId, asked }, now)
    const expiresAt = endOf(addDays(replyByOn, READABLE_DAYS))
    const token = await makeLink(tx, { purpose: 'school', subjectId: id, email, expiresAt }, now)
    await postToSchool(tx, { id, token, email, replyByOn, ...it }, now)
  })
}

type Asking = {
  applicationId: string
  studentId: string
  asked: Pick<Confirmation, 'askedAt' | 'askedOf' | 'replyByOn'>
}

async function askedAgain(tx: Tx, me: Actor, { applicationId, studentId, asked }: Asking, now: Date): Promise<string> {
  const [before] = await tx.select().from(confirmations).where(eq(confirmations.applicationId, applicationId))
  if (!before) return insertAsked(tx, me, { applicationId, asked }, now)
  const it = { ...before, studentId }
  const moving = { table: confirmations, kind, workflow: confirmationWorkflow, step: 'ask again', it }
  await move(tx, me, { ...moving, set: { ...asked, ...unanswered }, tooLate: 'Your school has confirmed you.' }, now)
  return before.id
}

const unanswered = { answeredAt: null, signerName: null, signerTitle: null, answers: null, reason: null }

async function insertAsked(tx: Tx, me: Actor, { applicationId, asked }: Omit<Asking, 'studentId'>, now: Date) {
  const row = { applicationId, status: 'asked' as const, ...asked }
  const [{ id }] = await tx.insert(confirmations).values(row).returning({ id: confirmations.id })
  await record(tx, me, { subjectKind: kind, subjectId: id, step: 'ask', to: 'asked' }, now)
  return id
}

export type SchoolAnswer = {
  step: 'confirm' | 'decline'
  signerName: string
  signerTitle: string
  answers?: Record<string, string>
  reason?: string
}

/** The school's answer through its link, once. Throws 409 when it has been answered or the day has passed. */
export async function answerForSchool(link: Link, answer: SchoolAnswer, now: Date = programNow()): Promise<void> {
  const { step, reason, ...said } = answer
  const me = linkActor(link, answer.signerName)
  await write(async (tx) => {
    const [it] = await tx.select().from(confirmations).where(eq(confirmations.id, link.subjectId))
    if (!it) throw notFound()
    await useLink(tx, link, now)
    const moving = { table: confirmations, kind, workflow: confirmationWorkflow, step, it }
    const set = { ...said, reason: reason ?? null, answeredAt: now }
    await move(tx, me, { ...moving, set, note: reason, tooLate: 'This has been answered before.' }, now)
    await postAnswered(tx, { ...it, ...set, status: confirmationWorkflow[step].to }, now)
  })
}

/** Ends every request whose last day has passed; for the job that runs it. Returns how many. */
export async function expireConfirmations(now: Date): Promise<number> {
  const me: Actor = { kind: 'job', name: 'School requests' }
  return write(async (tx) => {
    const late = await tx
      .select({ id: confirmations.id, status: confirmations.status, studentId: applications.studentId })
      .from(confirmations)
      .innerJoin(applications, eq(applications.id, confirmations.applicationId))
      .where(and(eq(confirmations.status, 'asked'), lt(confirmations.replyByOn, dayAt(now))))
    for (const it of late) {
      await move(tx, me, { table: confirmations, kind, workflow: confirmationWorkflow, step: 'expire', it }, now)
      await revokeLinks(tx, 'school', it.id, now)
    }
    return late.length
  })
}

/** Whether a request waits past its last day. */
export async function areConfirmationsLate(now: Date): Promise<boolean> {
  const isLate = and(eq(confirmations.status, 'asked'), lt(confirmations.replyByOn, dayAt(now)))
  return (await read.select({ id: confirmations.id }).from(confirmations).where(isLate).limit(1)).length > 0
}
