import { asc, eq, sql } from 'drizzle-orm'
import { changesOf, versionOf } from '#app/workflow/changes.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll, type Tx } from '#db/client'
import { procedureFamilies, services, sessions, sessionTimes } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { type HalfDay, halfDay } from './service'
import { theServices } from './services.server'

export const KIND = 'service'

/** Every service as the coordinator's list shows it, and what was changed on any. One round trip. */
export async function serviceSettings(me: Person) {
  insist(me, 'program.edit')
  const [services, changes] = await readAll(theServices(), changesOf(KIND))
  return { services, changes }
}

/** One service with its sessions, week, procedures and changes. Throws 404. One round trip. */
export async function serviceRecord(me: Person, slug: string) {
  insist(me, 'program.edit')
  const [[service], own, times, families, changes, [{ version }]] = await readAll(
    read.select().from(services).where(eq(services.slug, slug)),
    ownSessions(slug),
    ownTimes(slug),
    ownFamilies(slug),
    changesOf(KIND, idAt(slug)),
    versionOf(KIND, idAt(slug)),
  )
  if (!service) throw notFound()
  return { service, sessions: own, week: weekFrom(times), families, changes, version }
}

const idAt = (slug: string) => sql<string>`(select id from services where slug = ${slug})`

const ownSessions = (slug: string) =>
  read
    .select({ id: sessions.id, name: sessions.name, description: sessions.description, clinic: sessions.clinic })
    .from(sessions)
    .innerJoin(services, eq(services.id, sessions.serviceId))
    .where(eq(services.slug, slug))
    .orderBy(asc(sessions.position))

const ownTimes = (slug: string) =>
  read
    .select({ weekday: sessionTimes.weekday, half: sessionTimes.half, sessionId: sessionTimes.sessionId })
    .from(sessionTimes)
    .innerJoin(services, eq(services.id, sessionTimes.serviceId))
    .where(eq(services.slug, slug))

const ownFamilies = (slug: string) =>
  read
    .select({ id: procedureFamilies.id, name: procedureFamilies.name, description: procedureFamilies.description })
    .from(procedureFamilies)
    .innerJoin(services, eq(services.id, procedureFamilies.serviceId))
    .where(eq(services.slug, slug))
    .orderBy(asc(procedureFamilies.position))

export type Week = Partial<Record<HalfDay, string>>
type Time = { weekday: number; half: 'morning' | 'afternoon'; sessionId: string }

/** Session ids by half-day, as a form starts with them. */
export const weekFrom = (times: Time[]): Week =>
  Object.fromEntries(times.map(({ weekday, half, sessionId }) => [halfDay(weekday, half), sessionId]))

/** The service of this address, inside a write. Throws 404. */
export async function serviceIn(tx: Tx, slug: string) {
  const [service] = await tx.select().from(services).where(eq(services.slug, slug))
  if (!service) throw notFound()
  return service
}

/** The id of the service of this address. Throws 404. */
export async function serviceId(slug: string): Promise<string> {
  const [service] = await read.select({ id: services.id }).from(services).where(eq(services.slug, slug))
  if (!service) throw notFound()
  return service.id
}
