import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { addDays, dayAt, mondayOf } from '#app/workflow/day.server'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { weekOf } from './week.server'

const mine = ['accepted', 'confirmed', 'completed'] as const

/** The placement a student is in, or goes to next, or was in last; undefined before any. */
async function currentPlacement(me: Person, today: string) {
  const rows = await read
    .select({
      id: t.placements.id,
      status: t.placements.status,
      serviceId: t.services.id,
      service: t.services.name,
      block: t.blocks.name,
      weeks: t.clerkships.weeks,
      firstOn: t.blocks.firstOn,
      lastOn: t.blocks.lastOn,
    })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .where(and(eq(t.placements.studentId, me.personId), inArray(t.placements.status, [...mine])))
    .orderBy(asc(t.blocks.firstOn))
  return rows.find((row) => row.lastOn >= today) ?? rows.at(-1)
}

/** My rotation's week (that of `asked`, a day, kept inside the rotation), or null while I have none. */
export async function findRotation(me: Person, asked: string | null, now = programNow()) {
  const today = dayAt(now)
  const placement = await currentPlacement(me, today)
  if (!placement) return null
  const wanted = asked && /^\d{4}-\d\d-\d\d$/.test(asked) ? asked : today
  const [, inside] = [placement.firstOn, wanted, placement.lastOn].sort()
  const monday = mondayOf(inside)
  const facts = await weekFacts(placement, monday, addDays(monday, 4))
  return { placement, monday, today, ...facts, days: weekOf({ ...facts, placement, monday, today }) }
}

async function weekFacts(placement: { id: string; serviceId: string }, first: string, last: string) {
  const [times, conferences, holidays, pairings, record, leading, clinics, [program]] = await readAll(
    sessionsOf(placement.serviceId),
    read.select().from(t.conferences).where(eq(t.conferences.isForStudents, true)).orderBy(asc(t.conferences.startsAt)),
    read.select().from(t.holidays),
    publishedPairings(placement.id, first, last),
    recordOf(placement.id),
    leadingAttendings(placement.serviceId, first, last),
    everyClinic(),
    read.select().from(t.program),
  )
  return { times, conferences, holidays, pairings, record: record.at(0), leading, clinics, program }
}

const supervisor = { id: t.people.id, name: t.people.name, phone: t.people.phone }

const session = { name: t.sessions.name, clinic: t.sessions.clinic }

const sessionsOf = (serviceId: string) =>
  read
    .select({ weekday: t.sessionTimes.weekday, half: t.sessionTimes.half, ...session })
    .from(t.sessionTimes)
    .innerJoin(t.sessions, eq(t.sessions.id, t.sessionTimes.sessionId))
    .where(eq(t.sessionTimes.serviceId, serviceId))

const publishedPairings = (placementId: string, first: string, last: string) =>
  read
    .select({ ...supervisor, pgy: t.supervisors.pgy, firstOn: t.pairings.firstOn, lastOn: t.pairings.lastOn })
    .from(t.pairings)
    .innerJoin(t.people, eq(t.people.id, t.pairings.supervisorId))
    .innerJoin(t.supervisors, eq(t.supervisors.personId, t.pairings.supervisorId))
    .where(
      and(
        eq(t.pairings.placementId, placementId),
        eq(t.pairings.status, 'published'),
        lte(t.pairings.firstOn, last),
        gte(t.pairings.lastOn, first),
      ),
    )
    .orderBy(asc(t.pairings.firstOn))

const recordOf = (placementId: string) =>
  read
    .select(supervisor)
    .from(t.attendingsOfRecord)
    .innerJoin(t.people, eq(t.people.id, t.attendingsOfRecord.attendingId))
    .where(eq(t.attendingsOfRecord.placementId, placementId))

const everyClinic = () =>
  read
    .select({
      personId: t.clinics.personId,
      name: t.people.name,
      weekday: t.clinics.weekday,
      half: t.clinics.half,
      kind: t.clinics.kind,
    })
    .from(t.clinics)
    .innerJoin(t.people, eq(t.people.id, t.clinics.personId))

const leadingAttendings = (serviceId: string, first: string, last: string) =>
  read
    .select({ name: t.people.name, firstOn: t.duties.firstOn, lastOn: t.duties.lastOn })
    .from(t.duties)
    .innerJoin(t.people, eq(t.people.id, t.duties.personId))
    .where(
      and(
        eq(t.duties.serviceId, serviceId),
        inArray(t.duties.kind, ['consult week', 'stroke week']),
        lte(t.duties.firstOn, last),
        gte(t.duties.lastOn, first),
      ),
    )

export type WeekFacts = Awaited<ReturnType<typeof weekFacts>>
