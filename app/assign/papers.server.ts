import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import type { Verdict } from '#app/apply/requirement'
import { judge } from '#app/apply/verdict.server'
import { inForceBy } from '#app/program/in-force.server'
import { addDays, dayAt } from '#app/workflow/day.server'
import * as t from '#db/schema/index'
import type { From } from './arrangement.server'

/** What each placement must hand in to start, with the document that stands for it, as one query. */
export const papersWhere = (from: From, where: SQL | undefined) =>
  from
    .select({
      placement: { id: t.placements.id },
      requirement: t.requirements,
      document: t.documents,
      application: { sentAt: t.applications.sentAt },
      block: t.blocks,
      profile: t.profiles,
    })
    .from(t.placements)
    .innerJoin(t.applications, eq(t.applications.id, t.placements.applicationId))
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .leftJoin(t.profiles, eq(t.profiles.personId, t.placements.studentId))
    .innerJoin(t.requirements, and(eq(t.requirements.clerkshipId, t.openings.clerkshipId), toStart))
    .leftJoin(t.documents, and(eq(t.documents.applicationId, t.applications.id), current))
    .where(where)
    .orderBy(asc(t.requirements.position))

/** Nothing is asked of who came by a list: their school answers for them. */
export const toStart = and(
  eq(t.requirements.phase, 'to start'),
  eq(t.applications.isListed, false),
  inForceBy(t.applications.requirementsAt),
)
/** A document counts for its requirement whichever version of it was asked when it was handed in. */
const sameRequirement = sql`${t.documents.requirementId} in (select r.id from requirements r
  where r.clerkship_id = ${t.requirements.clerkshipId} and r.key = ${t.requirements.key})`
/** The document that stands for the requirement in hand. */
export const current = and(sameRequirement, eq(t.documents.isCurrent, true))

/** Executed agreements, as a query for `readAll`. */
export const agreementsIn = (from: From) => from.select().from(t.agreements)

export type PaperRow = Awaited<ReturnType<typeof papersWhere>>[number]
export type Agreement = typeof t.agreements.$inferSelect
export type Paper = {
  placementId: string
  key: string
  name: string
  task: string
  hint: string | null
  isHealth: boolean
  /** An agreement with the school: not the student's to hand in. */
  isOurs: boolean
  dueOn: string
  verdict: Verdict
}

/** Each paper judged for its own block: accepted and valid through the last day, or not. */
export function papersOf(rows: PaperRow[], agreements: Agreement[], now: Date): Paper[] {
  return rows.map(({ placement, requirement, document, application, block, profile }) => {
    const facts = {
      sendingOn: dayAt(application.sentAt ?? now),
      document,
      profile,
      agreements: agreements.filter(({ schoolId }) => schoolId === profile?.schoolId),
    }
    const { key, name, task, hint, isHealth } = requirement
    const verdict = judge(requirement, facts, block)
    const isOurs = requirement.rule.kind === 'agreement'
    const dueOn = dueDay(requirement, block)
    return { placementId: placement.id, key, name, task, hint, isHealth, isOurs, verdict, dueOn }
  })
}

const PAPERS_DUE_DAYS = 28

const dueDay = ({ dueDaysBefore }: { dueDaysBefore: number | null }, { firstOn }: { firstOn: string }) =>
  addDays(firstOn, -(dueDaysBefore ?? PAPERS_DUE_DAYS))

/** Papers that keep a placement from being confirmed. */
export const missingOf = (papers: Paper[], placementId?: string) =>
  papers.filter((paper) => paper.verdict.state !== 'ok' && (!placementId || paper.placementId === placementId))

/** What of the missing the student has to hand in. */
export const theirs = <T extends Pick<Paper, 'isOurs'>>(missing: T[]): T[] => missing.filter(({ isOurs }) => !isOurs)

/** Whether an executed agreement of the school covers the days, first to last: there is no override. */
export const isCovered = (
  agreements: Agreement[],
  schoolId: string | null | undefined,
  days: { firstOn: string; lastOn: string },
) => agreements.some((it) => it.schoolId === schoolId && it.firstOn <= days.firstOn && it.lastOn >= days.lastOn)
