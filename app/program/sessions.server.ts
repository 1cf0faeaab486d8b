import { asc, eq, inArray } from 'drizzle-orm'
import { differences, listDifferences } from '#app/workflow/change'
import { change } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import type { Tx } from '#db/client'
import { newId } from '#db/schema/columns'
import { sessions, sessionTimes } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { sessionClinics } from './clinic'
import { halfDayNames, halfDays, ofHalfDay } from './service'
import type { SessionsForm, WeekForm } from './service-form.server'
import { KIND, serviceId, type Week, weekFrom } from './service-record.server'

/** Stores the sessions of a service in this order; the half-days of one that goes are empty afterwards. */
export async function saveSessions(me: Person, slug: string, form: SessionsForm, now = programNow()) {
  insist(me, 'program.edit')
  const id = await serviceId(slug)
  return change(me, { kind: KIND, id, step: 'sessions', version: form.version }, now, async (tx) => {
    const before = await sessionsIn(tx, id)
    const week = await weekIn(tx, id)
    const after = form.items.map((session) => ({ ...session, id: session.id ?? newId() }))
    const gone = before.filter((it) => !after.some((session) => session.id === it.id)).map((it) => it.id)
    if (gone.length > 0) await tx.delete(sessionTimes).where(inArray(sessionTimes.sessionId, gone))
    if (gone.length > 0) await tx.delete(sessions).where(inArray(sessions.id, gone))
    for (const [position, session] of after.entries()) await keep(tx, { ...session, serviceId: id, position })
    if (form.week) await setWeek(tx, id, form.week)
    const labels = { name: 'name', description: 'description', with: 'who is with the student' }
    const changes = listDifferences('Session', labels, before.map(inWords), after.map(inWords))
    return { changes, restores: { items: before, week } }
  })
}

/** Stores what a student on a service does in which half-day of the week. */
export async function saveWeek(me: Person, slug: string, form: WeekForm, now = programNow()) {
  insist(me, 'program.edit')
  const id = await serviceId(slug)
  return change(me, { kind: KIND, id, step: 'week', version: form.version }, now, async (tx) => {
    const before = await weekIn(tx, id)
    await setWeek(tx, id, form.week)
    const names = new Map((await sessionsIn(tx, id)).map((session) => [session.id, session.name]))
    const named = (week: Week) => Object.fromEntries(halfDays.map((at) => [at, names.get(week[at] ?? '')]))
    const changes = differences(halfDayNames, named(before), named(form.week)).map(({ name: _, ...it }) => it)
    return { changes, restores: { week: before } }
  })
}

const inWords = <S extends { clinic: string | null }>(session: S) => ({
  ...session,
  with: sessionClinics.find(({ value }) => value === (session.clinic ?? ''))?.label,
})

const sessionsIn = (tx: Tx, id: string) =>
  tx
    .select({ id: sessions.id, name: sessions.name, description: sessions.description, clinic: sessions.clinic })
    .from(sessions)
    .where(eq(sessions.serviceId, id))
    .orderBy(asc(sessions.position))

const weekIn = async (tx: Tx, id: string) =>
  weekFrom(await tx.select().from(sessionTimes).where(eq(sessionTimes.serviceId, id)))

/** A session of another service with this id stays what it is: only names of this service are set. */
async function keep(tx: Tx, { id, ...session }: typeof sessions.$inferInsert & { id: string }): Promise<void> {
  await tx
    .insert(sessions)
    .values({ id, ...session })
    .onConflictDoUpdate({ target: sessions.id, set: session, setWhere: eq(sessions.serviceId, session.serviceId) })
}

/** Half-days of sessions that the service does not have stay empty. */
async function setWeek(tx: Tx, id: string, week: Week): Promise<void> {
  const own = new Set((await sessionsIn(tx, id)).map((session) => session.id))
  const rows = halfDays.flatMap((name) => {
    const sessionId = week[name]
    return sessionId && own.has(sessionId) ? [{ ...ofHalfDay(name), sessionId, serviceId: id }] : []
  })
  await tx.delete(sessionTimes).where(eq(sessionTimes.serviceId, id))
  if (rows.length > 0) await tx.insert(sessionTimes).values(rows)
}
