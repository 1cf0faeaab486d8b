import { and, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { isSamePolicy, type Policy, policyOf, policyText } from '#app/program/placing'
import { insist } from '#app/workflow/permissions'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { during, type OpeningRow, openingsIn, type Span, wishesWhere } from './arrangement.server'
import { brokenTold } from './broken'
import { live } from './placement'
import { type Change, changesOf, reasonText, summaryOf, toldParts } from './proposal'
import { isOpen, jobKey } from './proposals.server'
import { placeable, yearSpan } from './year.server'

type Run = typeof t.proposals.$inferSelect

/** The open proposal of a year as the coordinator reads it, or null when there is none. */
export async function findProposal(me: Person, yearId: string) {
  insist(me, 'placement.arrange')
  const [[run], openings, named, wishes, held, [lottery], [rules]] = await readAll(
    read.select().from(t.proposals).where(isOpen(yearId)).orderBy(desc(t.proposals.number)).limit(1),
    openingsIn(read, yearSpan(yearId)),
    namesOf(yearId),
    wishesWhere(read, placeable(yearId)),
    heldIn(yearSpan(yearId)),
    read.select().from(t.lotteries).where(eq(t.lotteries.yearId, yearId)),
    read.select().from(t.program),
  )
  if (!run) return null
  const { number, status, madeAt } = run
  if (status === 'running') return { number, status, madeAt, percent: await percentOf(run) }
  const say = speaker({ openings, named, wishes, held })
  return { number, status, madeAt, drawnAt: lottery?.drawnAt ?? null, ...policiesOf(run, rules), ...toldOf(run, say) }
}

type Found = Awaited<ReturnType<typeof findProposal>>
/** One that is worked out. */
export type ProposalShown = Extract<NonNullable<Found>, { changes: unknown[] }>

/** The students whom it names as those it is about. */
export const peopleIn = (proposal: Found): string[] =>
  proposal && 'changes' in proposal
    ? [...proposal.changes, ...proposal.unplaced, ...proposal.kept].flatMap(({ studentId }) => studentId ?? [])
    : []

/** The policy it was made under, in words, and today's where that is another. */
function policiesOf({ policy }: Run, rules: Policy) {
  const isOld = policy !== null && !isSamePolicy(policy, rules)
  return { policy: policy && policyText(policy), policyNow: isOld ? policyText(policyOf(rules)) : null }
}

function toldOf(run: Run, { line, place, broken }: ReturnType<typeof speaker>) {
  const { seats, unplaced, seed, inputHash, fallback, tiers, solver, tookMs } = run
  const changes = changesOf(run)
  const changing = new Set(changes.map(({ applicationId }) => applicationId))
  const others = unplaced.filter(({ applicationId }) => !changing.has(applicationId))
  return {
    ...{ seed, inputHash, fallback, tiers, solver, tookMs },
    broken: broken(run.breaches),
    summary: summaryOf(run),
    changes: changes.map(line),
    unplaced: others.map(line),
    kept: seats.filter(({ applicationId }) => !changing.has(applicationId)).map(line),
    stages: toldParts(run.stages),
    worth: run.worth.map(({ openingId, ...it }) => ({ ...it, id: openingId, place: place(openingId) ?? 'An opening' })),
  }
}

async function percentOf({ id }: Run): Promise<number> {
  const [job] = await read
    .select({ progress: t.jobs.progress })
    .from(t.jobs)
    .where(eq(t.jobs.key, jobKey(id)))
  return job?.progress ?? 0
}

/** Everybody whom a reason of this year can name: by application, or by placement where there is none. */
const namesOf = (yearId: string) =>
  read
    .selectDistinct({
      id: sql<string>`coalesce(${t.applications.id}, ${t.placements.id})`,
      name: t.people.name,
      studentId: t.people.id,
    })
    .from(t.people)
    .leftJoin(t.applications, eq(t.applications.studentId, t.people.id))
    .leftJoin(t.placements, eq(t.placements.studentId, t.people.id))
    .where(or(eq(t.applications.yearId, yearId), inArray(t.placements.status, ['confirmed', 'completed', 'accepted'])))

/** The places that are held in these days, each by an application, or by itself where there is none. */
const heldIn = (span: Span) =>
  read
    .select({
      id: t.placements.id,
      holder: sql<string>`coalesce(${t.placements.applicationId}, ${t.placements.id})`,
      openingId: t.placements.openingId,
    })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .where(and(inArray(t.placements.status, [...live]), during(span)))

type Known = {
  openings: OpeningRow[]
  named: { id: string; name: string; studentId: string }[]
  wishes: { choice: { applicationId: string } }[]
  held: Awaited<ReturnType<typeof heldIn>>
}

/** Puts a proposal's ids into words. */
function speaker({ openings, named, wishes, held }: Known) {
  const people = new Map(named.map((it) => [it.id, it]))
  const places = new Map(openings.map((it) => [it.opening.id, placeName(it)]))
  const place = (id: string | null | undefined) => (id && places.get(id)) || null
  const nameOf = (id: string) => people.get(id)?.name ?? 'somebody else'
  const line = ({ applicationId, openingId, was, reasons, ...it }: Change) => ({
    id: applicationId,
    name: people.get(applicationId)?.name ?? 'No longer waiting',
    studentId: people.get(applicationId)?.studentId ?? null,
    was: place(was),
    place: place(openingId),
    wish:
      'wish' in it
        ? `${it.wish} of ${wishes.filter(({ choice }) => choice.applicationId === applicationId).length}`
        : null,
    why: reasons.map((reason) => reasonText(reason, nameOf)),
  })
  const broken = (them: Run['breaches']) => brokenTold(them, { nameOf, placeOf: place, held })
  return { line, place, broken }
}
export type ProposalLine = ReturnType<ReturnType<typeof speaker>['line']>

const placeName = ({ block, service, clerkship }: OpeningRow) =>
  `Block ${block.name}, ${service.name}${clerkship.kind === 'elective' ? ', elective' : ''}`
