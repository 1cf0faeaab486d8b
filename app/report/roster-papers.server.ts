import { and, asc, eq, getTableColumns, or, type SQL } from 'drizzle-orm'
import type { Verdict } from '#app/apply/requirement'
import { judge } from '#app/apply/verdict.server'
import { current, toStart } from '#app/assign/papers.server'
import { dayAt } from '#app/workflow/day.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'

const COVER = 'malpractice'

/** Who comes, in time's order. No column more than is said of them: a database server answers with at most 10 MB. */
export const rosterPlaces = (where: SQL | undefined) =>
  read
    .select({
      placement: { id: t.placements.id, status: t.placements.status },
      application: { sentAt: t.applications.sentAt, isListed: t.applications.isListed },
      block: { name: t.blocks.name, firstOn: t.blocks.firstOn, lastOn: t.blocks.lastOn },
      service: { name: t.services.name },
      clerkship: { name: t.clerkships.name },
      student: { id: t.people.id, name: t.people.name },
      profile: { schoolId: t.profiles.schoolId, schoolName: t.profiles.schoolName },
      school: { name: t.schools.name },
    })
    .from(t.placements)
    .innerJoin(t.applications, eq(t.applications.id, t.placements.applicationId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .innerJoin(t.clerkships, eq(t.clerkships.id, t.openings.clerkshipId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .leftJoin(t.profiles, eq(t.profiles.personId, t.placements.studentId))
    .leftJoin(t.schools, eq(t.schools.id, t.profiles.schoolId))
    .where(where)
    .orderBy(asc(t.blocks.firstOn), asc(t.people.familyName))

const asked = or(eq(t.requirements.isHealth, true), eq(t.requirements.key, COVER))

/** The papers that the roster speaks of, with the document that stands for each. */
export const rosterPapers = (where: SQL | undefined) =>
  read
    .select({
      placementId: t.placements.id,
      requirement: { key: t.requirements.key, name: t.requirements.name, rule: t.requirements.rule },
      document: handedIn,
    })
    .from(t.placements)
    .innerJoin(t.applications, eq(t.applications.id, t.placements.applicationId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.requirements, and(eq(t.requirements.clerkshipId, t.openings.clerkshipId), toStart, asked))
    .leftJoin(t.documents, and(eq(t.documents.applicationId, t.applications.id), current))
    .where(where)

const { status, problem, datedOn, fileId, answers } = getTableColumns(t.documents)
const handedIn = { status, problem, datedOn, fileId, answers }

export type Place = Awaited<ReturnType<typeof rosterPlaces>>[number]
type Row = Awaited<ReturnType<typeof rosterPapers>>[number]
export type Papers = { cover: Verdict['state']; isCleared: boolean }

/** How cover and health stand for each placement, by its id. */
export function papersBy(rows: Row[], places: Place[], now: Date): Map<string, Papers> {
  const of = new Map<string, Row[]>(places.map(({ placement }) => [placement.id, []]))
  for (const row of rows) of.get(row.placementId)?.push(row)
  return new Map(places.map((it) => [it.placement.id, papersFor(of.get(it.placement.id)!, it, now)]))
}

function papersFor(rows: Row[], { application, block }: Place, now: Date): Papers {
  const sendingOn = dayAt(application.sentAt ?? now)
  const papers: Papers = { cover: 'missing', isCleared: true }
  for (const { requirement, document } of rows) {
    const { state } = judge(requirement, { sendingOn, document }, block)
    if (requirement.key === COVER) papers.cover = state
    else if (state !== 'ok') papers.isCleared = false
  }
  return papers
}
