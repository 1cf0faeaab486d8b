import { asc, eq, inArray } from 'drizzle-orm'
import { differences, listDifferences } from '#app/workflow/change'
import { change } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { insist } from '#app/workflow/permissions'
import { type Tx, together } from '#db/client'
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
    const [before, times] = await together([sessionsIn(tx, id), timesIn(tx, id)])
    const week = weekFrom(times)
    const after = form.items.map((session) => ({ ...session, id: session.id ?? newId() }))
    const gone = before.filter((it) => !after.some((session) => session.id === it.id)).map((it) => it.id)
    await together([
      tx.delete(sessionTimes).where(inArray(sessionTimes.sessionId, gone)),
      tx.delete(sessions).where(inArray(sessions.id, gone)),
      ...after.map((session, position) => keep(tx, { ...session, serviceId: id, position })),
      ...(form.week ? weekInPlace(tx, id, form.week, after) : []),
    ])
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
    const [times, own] = await together([timesIn(tx, id), sessionsIn(tx, id)])
    const before = weekFrom(times)
    await together(weekInPlace(tx, id, form.week, own))
    const names = new Map(own.map((session) => [session.id, session.name]))
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

const timesIn = (tx: Tx, id: string) => tx.select().from(sessionTimes).where(eq(sessionTimes.serviceId, id))

/** A session of another service with this id stays what it is: only names of this service are set. */
const keep = (tx: Tx, { id, ...session }: typeof sessions.$inferInsert & { id: string }) =>
  tx
    .insert(sessions)
    .values({ id, ...session })
    .onConflictDoUpdate({ target: sessions.id, set: session, setWhere: eq(sessions.serviceId, session.serviceId) })

/** Half-days of sessions that the service does not have stay empty. */
function weekInPlace(tx: Tx, id: string, week: Week, sessionsNow: { id: string }[]) {
  const own = new Set(sessionsNow.map((session) => session.id))
  const rows = halfDays.flatMap((name) => {
    const sessionId = week[name]
    return sessionId && own.has(sessionId) ? [{ ...ofHalfDay(name), sessionId, serviceId: id }] : []
  })
  return [
    tx.delete(sessionTimes).where(eq(sessionTimes.serviceId, id)),
    rows.length > 0 ? tx.insert(sessionTimes).values(rows) : undefined,
  ]
}
