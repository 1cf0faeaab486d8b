import { and, desc, eq, inArray } from 'drizzle-orm'
import { withdrawMessages } from '#app/mail/messages.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { applications, blocks, events, openings, placements, program } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type Application, type ApplicationStep, applicationWorkflow } from './application'
import { stepApplication } from './applications.server'
import { postDecision } from './decision-messages.server'
import { judgedOf } from './judged.server'
import { studentOf } from './messages.server'
import { type ApplicationRecord, readAnyHead, readRecord } from './records.server'

/** What still keeps an application from being eligible, a sentence each; none when nothing does. */
export function whatKeepsFromEligible(it: ApplicationRecord, now: Date): string[] {
  const school = it.confirmation?.status === 'confirmed' ? [] : ['The home school has not confirmed the student yet.']
  const open = judgedOf(it, 'to apply', now)
    .filter(({ requirement }) => requirement.rule.kind !== 'school-confirms')
    .filter(({ verdict }) => verdict.state !== 'ok')
    .map(({ requirement, verdict }) =>
      verdict.state === 'received'
        ? `${requirement.name}: not checked yet.`
        : `${requirement.name}: ${verdict.says || 'missing'}`,
    )
  return [...school, ...open]
}

/** Declares that the student can be placed. Throws 409 with what is missing. */
export async function makeEligible(me: Person, id: string, now: Date = programNow()): Promise<void> {
  insist(me, 'application.decide')
  const missing = whatKeepsFromEligible(await readRecord(await readAnyHead(me, id)), now)
  if (missing.length > 0) throw conflict(`This application can’t be eligible yet. ${missing.join(' ')}`)
  await decide(me, id, 'make eligible', { reason: null, returnByOn: null }, now)
}

/** Gives it back to the student with a reason and a day. */
export function returnApplication(me: Person, id: string, it: { reason: string; byOn: string }, now = programNow()) {
  return decide(me, id, 'return', { reason: it.reason, returnByOn: it.byOn }, now)
}

/** Says that no rotation can be offered; from review, from eligible, from the waitlist. */
export function declineToOffer(me: Person, id: string, reason: string, now: Date = programNow()): Promise<void> {
  return decide(me, id, ['not offer', 'not place', 'end waitlist'], { reason: reason || null }, now)
}

/** Puts somebody who can be placed on the waitlist of their dates. */
export function putOnWaitlist(me: Person, id: string, now: Date = programNow()): Promise<void> {
  return decide(me, id, 'waitlist', { reason: null }, now)
}

type Set = Partial<Pick<Application, 'reason' | 'returnByOn'>>

function decide(me: Person, id: string, step: ApplicationStep | ApplicationStep[], set: Set, now: Date): Promise<void> {
  insist(me, 'application.decide')
  return write(async (tx) => {
    const [it, last, student, held] = await together([
      anyApplication(tx, id),
      lastEvent(tx, id),
      studentOf(tx, id),
      heldBy(tx, id),
    ])
    const steps = [step].flat()
    const fits = steps.find((one) => (applicationWorkflow[one].from as readonly string[]).includes(it.status))
    const taken = fits ?? steps[0]
    refuseHeld(held, taken)
    const more = { set, note: set.reason ?? undefined, tooLate: whoDecided(it, last) }
    await together([
      stepApplication(tx, me, it, taken, more, now),
      student && postDecision(tx, student, { ...it, ...set }, applicationWorkflow[taken].to, now),
    ])
  })
}

/** The draft or the open offer of somebody who is not placed yet, with its block. */
const heldBy = (tx: Tx, id: string) =>
  tx
    .select({ status: placements.status, block: blocks.name })
    .from(placements)
    .innerJoin(openings, eq(openings.id, placements.openingId))
    .innerJoin(blocks, eq(blocks.id, openings.blockId))
    .where(and(eq(placements.applicationId, id), inArray(placements.status, ['draft', 'offered'])))

/** Whoever holds a seat can be placed: the seat goes first, then the decision. */
function refuseHeld([held]: Awaited<ReturnType<typeof heldBy>>, step: ApplicationStep): void {
  const { to } = applicationWorkflow[step]
  if (!held || to === 'eligible' || to === 'waitlisted') return
  throw conflict(
    held.status === 'draft'
      ? `The board has a draft of this student in block ${held.block}. Remove the draft first.`
      : `This student has an open offer for block ${held.block}. Cancel the offer first.`,
  )
}

async function anyApplication(tx: Tx, id: string): Promise<Application> {
  const [it] = await tx.select().from(applications).where(eq(applications.id, id))
  if (!it || it.status === 'draft') throw notFound()
  return it
}

const whoDecided = (it: Application, last?: { actorName: string }) =>
  `${last?.actorName ?? 'Somebody'} was there first: this application is ${it.status} now.`

const lastEvent = async (tx: Tx, id: string) =>
  (
    await tx
      .select()
      .from(events)
      .where(and(eq(events.subjectKind, 'application'), eq(events.subjectId, id)))
      .orderBy(desc(events.at))
      .limit(1)
  ).at(0)

/** Takes the last decision back while its message has not gone out. Throws 409 when it is too late. */
export function undoDecision(me: Person, id: string, now: Date = programNow()): Promise<void> {
  insist(me, 'application.decide')
  return write(async (tx) => {
    const [it, last, [{ minutes }], held] = await together([
      anyApplication(tx, id),
      lastEvent(tx, id),
      tx.select({ minutes: program.undoMinutes }).from(program),
      heldBy(tx, id),
    ])
    const done = last && (applicationWorkflow as Record<string, { undo?: string }>)[last.step]
    if (!last || !done?.undo) throw conflict('There is nothing to undo: something else has happened since.')
    if (now.getTime() - last.at.getTime() > minutes * 60_000) {
      throw conflict(`It is over ${minutes} minutes ago and the student has been told. Decide anew instead.`)
    }
    refuseHeld(held, done.undo as ApplicationStep)
    await together([
      stepApplication(tx, me, it, done.undo as ApplicationStep, { set: { reason: null, returnByOn: null } }, now),
      withdrawMessages(tx, { kind: 'application', id }, ['application.decided']),
    ])
  })
}
