import { and, asc, count, eq, exists, gte, like, or, type SQL, sql } from 'drizzle-orm'
import { programNow } from '#app/workflow/clock.server'
import { dayAt } from '#app/workflow/day.server'
import { insist } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { isStage, type Stage } from './review'
import { stageCounts, stageWhere } from './stages.server'

export const PAGE = 25
export type Asked = { stage: Stage; q: string; block: string; service: string; school: string; page: number }

/** What the URL asks for; unknown values are ignored. */
export function askedOf(url: URL): Asked {
  const get = (name: string) => url.searchParams.get(name) ?? ''
  const stage = url.searchParams.get('stage')
  const page = Math.max(1, Math.floor(Number(get('page'))) || 1)
  const filters = { q: get('q').trim(), block: get('block'), service: get('service'), school: get('school') }
  return { stage: isStage(stage) ? stage : 'review', ...filters, page }
}

const { applications, choices, clerkships, confirmations, people, profiles, schools } = t

function filtered({ stage, q, block, service, school }: Asked): SQL | undefined {
  const word = `%${q.replace(/[%_]/g, '')}%`
  const wished = (column: SQL) =>
    exists(
      read
        .select({ one: sql`1` })
        .from(choices)
        .where(and(eq(choices.applicationId, applications.id), column)),
    )
  return and(
    stageWhere(stage),
    q ? or(like(people.name, word), like(applications.reference, word), like(schools.name, word)) : undefined,
    block ? wished(eq(choices.blockId, block)) : undefined,
    service ? wished(or(eq(choices.serviceId, service), sql`${choices.serviceId} is null`) as SQL) : undefined,
    school ? eq(profiles.schoolId, school) : undefined,
  )
}

/** The rows of one tab, oldest first, as a query that the record's list shares. */
export const worklistRows = (where: SQL | undefined) =>
  read
    .select({
      id: applications.id,
      reference: applications.reference,
      status: applications.status,
      studentId: applications.studentId,
      name: people.name,
      sentAt: applications.sentAt,
      replyByOn: applications.replyByOn,
      returnByOn: applications.returnByOn,
      clerkship: clerkships.name,
      school: sql<string | null>`coalesce(${schools.name}, ${profiles.schoolName})`,
      schoolState: confirmations.status,
    })
    .from(applications)
    .innerJoin(people, eq(people.id, applications.studentId))
    .innerJoin(clerkships, eq(clerkships.id, applications.clerkshipId))
    .leftJoin(profiles, eq(profiles.personId, applications.studentId))
    .leftJoin(schools, eq(schools.id, profiles.schoolId))
    .leftJoin(confirmations, eq(confirmations.applicationId, applications.id))
    .where(where)
    .orderBy(asc(applications.sentAt), asc(applications.id))

/** One page of the worklist with the counts of every tab and what the filters offer; one round trip. */
export async function listWorklist(me: Person, it: Asked) {
  insist(me, 'application.list')
  const where = filtered(it)
  const [rows, [{ total }], [counts], blocks, services, schoolNames] = await readAll(
    worklistRows(where)
      .limit(PAGE)
      .offset((it.page - 1) * PAGE),
    counted(where),
    stageCounts(),
    blocksFrom(dayAt(programNow())),
    read
      .select({ value: t.services.id, label: t.services.name })
      .from(t.services)
      .where(eq(t.services.takesStudents, true)),
    read.select({ value: schools.id, label: schools.name }).from(schools).orderBy(asc(schools.name)),
  )
  return { rows, total, counts, blocks, services, schools: schoolNames, pages: Math.max(1, Math.ceil(total / PAGE)) }
}

/** The blocks of this year and of those to come: earlier years have blocks of the same names. */
const blocksFrom = (today: string) =>
  read
    .select({ value: t.blocks.id, label: t.blocks.name })
    .from(t.blocks)
    .innerJoin(t.academicYears, and(eq(t.academicYears.id, t.blocks.yearId), gte(t.academicYears.lastOn, today)))
    .orderBy(asc(t.blocks.firstOn))

const counted = (where: SQL | undefined) =>
  read
    .select({ total: count() })
    .from(applications)
    .innerJoin(people, eq(people.id, applications.studentId))
    .leftJoin(profiles, eq(profiles.personId, applications.studentId))
    .leftJoin(schools, eq(schools.id, profiles.schoolId))
    .leftJoin(confirmations, eq(confirmations.applicationId, applications.id))
    .where(where)
