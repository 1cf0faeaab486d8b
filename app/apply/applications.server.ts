import { and, desc, eq, max, type SQL } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { record } from '#app/workflow/events.server'
import { move } from '#app/workflow/move.server'
import { insist } from '#app/workflow/permissions'
import { conflict, notFound } from '#app/workflow/refusal'
import { read, type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { applications, clerkships } from '#db/schema/index'
import type { Actor, Person } from '#db/schema/people/actors'
import { type Application, type ApplicationStep, applicationWorkflow, isOpenToStudent } from './application'
import { openYear } from './windows.server'

/** The applications that this student owns, newest first, with the clerkship's name. */
export function listMyApplications(me: Person) {
  return read
    .select({ application: applications, clerkship: { name: clerkships.name, kind: clerkships.kind } })
    .from(applications)
    .innerJoin(clerkships, eq(clerkships.id, applications.clerkshipId))
    .where(eq(applications.studentId, me.personId))
    .orderBy(desc(applications.startedAt))
}

/** The student's own application inside a write; 404 for another's. */
export async function myApplication(tx: Tx, me: Actor, id: string): Promise<Application> {
  const personId = me.kind === 'person' ? me.personId : ''
  const [row] = await tx
    .select()
    .from(applications)
    .where(and(eq(applications.id, id), eq(applications.studentId, personId)))
  if (!row) throw notFound()
  return row
}

/** The same while it is the student's to change. Throws 409 once it is sent. */
export async function editableApplication(tx: Tx, me: Actor, id: string): Promise<Application> {
  const it = await myApplication(tx, me, id)
  if (!isOpenToStudent(it.status)) throw conflict('This application has been sent, so it can no longer be changed.')
  return it
}

type More = { set?: Partial<Application>; where?: SQL; note?: string; tooLate?: string }

/**
 * Takes one step of an application inside `tx`, which stands there from now unless `set` names since when. Throws 403
 * or 409 as `move` does. For this room and later ones.
 */
export async function stepApplication(
  tx: Tx,
  me: Actor,
  it: Pick<Application, 'id' | 'status' | 'studentId'>,
  step: ApplicationStep,
  { set, ...more }: More = {},
  now: Date = programNow(),
): Promise<void> {
  if (revives(step)) await refuseSecond(tx, it.id)
  const moving = { table: applications, kind: 'application', workflow: applicationWorkflow, step, it }
  await move(tx, me, { ...moving, ...more, set: { statusAt: now, ...set } }, now)
}

const revives = (step: ApplicationStep) => (applicationWorkflow[step].from as readonly string[]).includes('not offered')

/** Who was not offered may apply anew: then that application counts, and this one stays ended. */
async function refuseSecond(tx: Tx, id: string): Promise<void> {
  const [ended] = await tx.select().from(applications).where(eq(applications.id, id))
  if (!ended) throw notFound()
  const same = await tx
    .select()
    .from(applications)
    .where(of(ended.studentId, ended.clerkshipId, ended.yearId))
  const other = same.find((one) => one.id !== id && isLive(one.status))
  if (!other) return
  const which = `There is a newer application for the same clerkship and year, ${other.reference}`
  throw conflict(`${which}: it counts now, and this one stays ended.`)
}

/**
 * Starts an application for a clerkship that is open, in this year or the first that is, or returns the live one that
 * the student has for it.
 * Throws 404 for an unknown clerkship and 409 with a sentence when no date is open.
 */
export async function startApplication(me: Person, slug: string, now = programNow(), year?: string): Promise<string> {
  insist(me, 'application.start')
  return write(async (tx) => {
    const clerkship = await tx.query.clerkships.findFirst({ where: eq(clerkships.slug, slug) })
    if (!clerkship) throw notFound()
    const yearId = await openYear(tx, clerkship, now, year)
    const [mine, [reference]] = await together([
      tx
        .select({ id: applications.id, status: applications.status })
        .from(applications)
        .where(of(me.personId, clerkship.id, yearId)),
      nextReferences(tx, yearId, 1),
    ])
    const live = mine.find(({ status }) => isLive(status))
    return live?.id ?? insertDraft(tx, me, { clerkshipId: clerkship.id, yearId, reference }, now)
  })
}

const isLive = (status: Application['status']) => status !== 'withdrawn' && status !== 'not offered'
const of = (studentId: string, clerkshipId: string, yearId: string) =>
  and(eq(applications.studentId, studentId), eq(applications.clerkshipId, clerkshipId), eq(applications.yearId, yearId))

type Started = Pick<Application, 'clerkshipId' | 'yearId' | 'reference'>

async function insertDraft(tx: Tx, me: Person, it: Started, now: Date): Promise<string> {
  const id = newId()
  const row = { ...it, id, studentId: me.personId, status: 'draft' as const, statusAt: now, startedAt: now }
  await together([
    tx.insert(applications).values(row),
    record(tx, me, { subjectKind: 'application', subjectId: id, step: 'start', to: 'draft' }, now),
  ])
  return id
}

/** The year's next numbers, as "IR-2026-0145"; two writers cannot take the same, since writing is one at a time. */
export async function nextReferences(tx: Tx, yearId: string, count: number): Promise<string[]> {
  const [{ last }] = await tx
    .select({ last: max(applications.reference) })
    .from(applications)
    .where(eq(applications.yearId, yearId))
  const first = last ? Number(last.slice(-4)) + 1 : 101
  return Array.from({ length: count }, (_, n) => `IR-${yearId.slice(0, 4)}-${String(first + n).padStart(4, '0')}`)
}

/** Withdraws at any time; the reason is optional. What it sets off for a placement stands in follows. */
export async function withdrawApplication(me: Person, id: string, reason?: string, now: Date = programNow()) {
  await write(async (tx) => {
    const it = await myApplication(tx, me, id)
    if (it.status === 'withdrawn') return
    await stepApplication(tx, me, it, 'withdraw', { note: reason, tooLate: notLive }, now)
  })
}
const notLive = 'This application has ended, so there is nothing to withdraw.'
