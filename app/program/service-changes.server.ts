import { and, count, eq, max, ne, or } from 'drizzle-orm'
import { dayText } from '#app/ui/time'
import { differences } from '#app/workflow/change'
import { change, recordChange } from '#app/workflow/changes.server'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import type { Refused } from '#app/workflow/overtaken.server'
import { insist } from '#app/workflow/permissions'
import { conflict } from '#app/workflow/refusal'
import { type Tx, together, write } from '#db/client'
import { newId } from '#db/schema/columns'
import { curriculum, duties, openings, procedureFamilies, services, sessions, sessionTimes } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { placedDays } from '#db/views'
import { peakOf } from './peak'
import { type Service, serviceLabels, slugOf } from './service'
import type { ServiceForm } from './service-form.server'
import { KIND, serviceId, serviceIn } from './service-record.server'

type Saved = { refused: Refused; slug?: undefined } | { slug: string; refused?: undefined }

/** Adds a service after the last one; refused when its name or letter is taken. */
export async function addService(me: Person, form: ServiceForm, now = programNow()): Promise<Saved> {
  insist(me, 'program.edit')
  const { version, ...typed } = form
  const [id, slug] = [newId(), slugOf(typed.name)]
  const refused = await change(me, { kind: KIND, id, version }, now, async (tx) => {
    const [fields, [{ last }]] = await together([
      takenBy(tx, { id, slug, ...typed }),
      tx.select({ last: max(services.position) }).from(services),
    ])
    if (fields) return { fields }
    const stored = tx.insert(services).values({ id, slug, ...typed, position: (last ?? -1) + 1 })
    return { stored, changes: [{ label: `Service “${typed.name}” added`, from: null, to: null }] }
  })
  return refused ? { refused } : { slug }
}

/** Stores a service; refused when fewer students fit than are placed, or when its name or letter is taken. */
export async function saveService(me: Person, slug: string, form: ServiceForm, now = programNow()) {
  insist(me, 'program.edit')
  const { version, ...typed } = form
  const id = await serviceId(slug)
  return change(me, { kind: KIND, id, version }, now, async (tx) => {
    const [before, taken] = await together([serviceIn(tx, slug), takenBy(tx, { id, slug, ...typed })])
    const fields = taken ?? (await brokenBy(tx, before, typed, dayAt(now)))
    if (fields) return { fields }
    return {
      stored: tx.update(services).set(typed).where(eq(services.id, id)),
      changes: differences(serviceLabels, before, typed),
      restores: before,
    }
  })
}

type Named = Pick<Service, 'id' | 'name' | 'letter' | 'slug'>

/** A sentence when another service has this name or this letter. */
async function takenBy(tx: Tx, { id, name, letter, slug }: Named): Promise<Record<string, string> | undefined> {
  const same = or(eq(services.name, name), eq(services.letter, letter), eq(services.slug, slug))
  const [other] = await tx
    .select()
    .from(services)
    .where(and(ne(services.id, id), same))
  if (!other) return
  const isLetter = other.letter === letter
  return isLetter
    ? { letter: `${other.name} has the letter ${letter} already: choose another` }
    : { name: `Another service is called ${other.name}: choose another name` }
}

type Room = Pick<ServiceForm, 'takesStudents' | 'mostStudents'>

/** A sentence when the service would hold fewer students than are already placed on it. */
async function brokenBy(
  tx: Tx,
  before: Service,
  typed: Room,
  today: string,
): Promise<Record<string, string> | undefined> {
  const most = typed.takesStudents ? typed.mostStudents : 0
  if (most >= (before.takesStudents ? before.mostStudents : 0)) return
  const peak = peakOf(await placedDays(tx, before.id, today), today)
  if (!peak || peak.count <= most) return
  const when = dayText(peak.on, { weekday: true, year: true })
  const say = `${peak.count} ${peak.count === 1 ? 'student is' : 'students are'} placed here on ${when}`
  return typed.takesStudents
    ? { mostStudents: `${say}: leave room for ${peak.count}, or move them on the board first` }
    : { takesStudents: `${say}: move them on the board first` }
}

/** Removes a service that nothing uses yet. Throws 409 with what does. */
export async function removeService(me: Person, slug: string, now = programNow()): Promise<string> {
  insist(me, 'program.edit')
  return write(async (tx) => {
    const { id, name } = await serviceIn(tx, slug)
    const used = await usesOf(tx, id)
    if (used.length > 0)
      throw conflict(`${name} is used by ${used.join(', ')}: it stays, so that they keep their name.`)
    await tx.batch([
      tx.delete(procedureFamilies).where(eq(procedureFamilies.serviceId, id)),
      tx.delete(sessionTimes).where(eq(sessionTimes.serviceId, id)),
      tx.delete(sessions).where(eq(sessions.serviceId, id)),
      tx.delete(services).where(eq(services.id, id)),
    ])
    await recordChange(tx, me, { kind: KIND, id, step: 'remove', changes: [removed(name)] }, now)
    return name
  })
}

const removed = (name: string) => ({ label: `Service “${name}” removed`, from: null, to: null })

async function usesOf(tx: Tx, serviceId: string): Promise<string[]> {
  const inCurriculum = or(eq(curriculum.serviceId, serviceId), eq(curriculum.orServiceId, serviceId))
  const uses = [
    { table: openings, where: eq(openings.serviceId, serviceId), one: 'opening', many: 'openings' },
    { table: duties, where: eq(duties.serviceId, serviceId), one: 'duty', many: 'duties' },
    { table: curriculum, where: inCurriculum, one: 'part of the curriculum', many: 'parts of the curriculum' },
  ]
  const counted = await together(uses.map(({ table, where }) => tx.select({ n: count() }).from(table).where(where)))
  const said = uses.map(({ one, many }, at) => ({ n: counted[at][0].n, one, many }))
  return said.filter(({ n }) => n > 0).map(({ n, one, many }) => `${n} ${n === 1 ? one : many}`)
}
