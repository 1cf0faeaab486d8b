import { asc } from 'drizzle-orm'
import { read, readAll } from '#db/client'
import { procedureFamilies, services, sessions, sessionTimes } from '#db/schema/index'

/** The services in their order, as a query for `readAll`. */
export const theServices = () => read.select().from(services).orderBy(asc(services.position))

/** The families of procedures in their order, as a query for `readAll`. */
export const theProcedures = () =>
  read.select().from(procedureFamilies).orderBy(asc(procedureFamilies.position), asc(procedureFamilies.name))

/** Every service with its sessions, procedures and, where students go, the week they spend there. One round trip. */
export async function listServices() {
  const [list, work, times, families] = await readAll(
    theServices(),
    read.select().from(sessions).orderBy(asc(sessions.position)),
    read.select().from(sessionTimes),
    theProcedures(),
  )
  return list.map((service) => {
    const own = work.filter((session) => session.serviceId === service.id)
    const nameOf = (id: string) => own.find((session) => session.id === id)?.name ?? ''
    const week = times
      .filter((time) => time.serviceId === service.id)
      .map(({ weekday, half, sessionId }) => ({ weekday, half, name: nameOf(sessionId) }))
    return { ...service, sessions: own, week, families: families.filter((it) => it.serviceId === service.id) }
  })
}
export type ListedService = Awaited<ReturnType<typeof listServices>>[number]
