import { and, eq, lt, sql } from 'drizzle-orm'
import { keepLink, type Link, linkActor, newLink, revokeLinks, useLink } from '#app/people/links.server'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, endOf } from '#app/workflow/day.server'
import { record } from '#app/workflow/events.server'
import { move } from '#app/workflow/move.server'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { applications, confirmations } from '#db/schema/index'
import type { Actor, Person } from '#db/schema/people/actors'
import { myApplication } from './applications.server'
import { type Confirmation, confirmationWorkflow } from './confirmation'
import { postAnswered, postToSchool, studentAddress } from './messages.server'
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
    const [{ status, studentId }, [before]] = await together([
      myApplication(tx, me, applicationId),
      tx.select().from(confirmations).where(eq(confirmations.applicationId, applicationId)),
    ])
    if (status === 'withdrawn' || status === 'not offered') throw conflict('This application has ended.')
    const asked = { applicationId, askedAt: now, askedOf: email, replyByOn }
    const id = before?.id ?? newId()
    const expiresAt = endOf(addDays(replyByOn, READABLE_DAYS))
    const link = newLink({ purpose: 'school', subjectId: id, email, expiresAt })
    await together([
      before ? askAgain(tx, me, { ...before, studentId }, asked, now) : insertAsked(tx, me, { id, ...asked }, now),
      keepLink(tx, link, now),
      postToSchool(tx, { id, token: link.token, email, replyByOn, ...it }, now),
    ])
  })
}

type Asked = Pick<Confirmation, 'applicationId' | 'askedAt' | 'askedOf' | 'replyByOn'>

function askAgain(tx: Tx, me: Actor, it: Confirmation & { studentId: string }, asked: Asked, now: Date) {
  const moving = { table: confirmations, kind, workflow: confirmationWorkflow, step: 'ask again', it }
  const set = { ...asked, ...unanswered }
  return move(tx, me, { ...moving, set, tooLate: 'Your school has confirmed you.' }, now)
}

const unanswered = { answeredAt: null, signerName: null, signerTitle: null, answers: null, reason: null }

async function insertAsked(tx: Tx, me: Actor, asked: Asked & { id: string }, now: Date): Promise<void> {
  await together([
    tx.insert(confirmations).values({ ...asked, status: 'asked' }),
    record(tx, me, { subjectKind: kind, subjectId: asked.id, step: 'ask', to: 'asked' }, now),
  ])
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
    const [[it], student] = await together([
      tx.select().from(confirmations).where(eq(confirmations.id, link.subjectId)),
      studentAddress(tx, askerOf(link.subjectId)),
    ])
    if (!it) throw notFound()
    const moving = { table: confirmations, kind, workflow: confirmationWorkflow, step, it }
    const set = { ...said, reason: reason ?? null, answeredAt: now }
    await together([
      useLink(tx, link, now),
      move(tx, me, { ...moving, set, note: reason, tooLate: 'This has been answered before.' }, now),
      student && postAnswered(tx, student, { ...it, ...set, status: confirmationWorkflow[step].to }, now),
    ])
  })
}

const askerOf = (confirmationId: string) =>
  sql<string>`(select a.student_id from applications a join confirmations c on c.application_id = a.id
    where c.id = ${confirmationId})`

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
