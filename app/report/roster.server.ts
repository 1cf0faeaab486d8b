import { and, asc, eq, gte, inArray, lte } from 'drizzle-orm'
import { agreementsIn, isCovered, type Paper, papersOf, papersWhere } from '#app/assign/papers.server'
import { placementTags } from '#app/assign/placement'
import { recordsWhere } from '#app/assign/records.server'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Listed, RosterWanted } from './roster'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** What the URL asks for; what is not understood is ignored. */
export function rosterWanted(url: string): RosterWanted {
  const { searchParams } = new URL(url)
  const on = searchParams.get('on') ?? ''
  const isDay = DAY.test(on) && !Number.isNaN(Date.parse(on))
  return { block: searchParams.get('block') ?? '', on: isDay ? on : '' }
}

const whoComes = ['accepted', 'confirmed', 'completed'] as const

/** Visiting students of a year who accepted a place, of one block or on one day, in time's order. Throws 404. */
export async function findRoster(me: Person, yearId: string, wanted: RosterWanted, now: Date) {
  insist(me, 'board.read')
  const where = and(
    eq(t.blocks.yearId, yearId),
    inArray(t.placements.status, [...whoComes]),
    wanted.block ? eq(t.blocks.id, wanted.block) : undefined,
    wanted.on ? and(lte(t.blocks.firstOn, wanted.on), gte(t.blocks.lastOn, wanted.on)) : undefined,
  )
  const [blocks, records, papers, agreements] = await readAll(
    read.select().from(t.blocks).where(eq(t.blocks.yearId, yearId)).orderBy(asc(t.blocks.firstOn), asc(t.blocks.name)),
    recordsWhere(read, where).orderBy(asc(t.blocks.firstOn), asc(t.people.familyName)),
    papersWhere(read, where),
    agreementsIn(read),
  )
  if (blocks.length === 0) throw notFound()
  const judged = papersOf(papers, agreements, now)
  const rows = records.map((it) => listed(it, judged, isCovered(agreements, it.profile?.schoolId, it.block)))
  return { rows, blocks: blocks.map(({ id, name }) => ({ id, name })), wanted }
}
export type Roster = Awaited<ReturnType<typeof findRoster>>

type Record = Awaited<ReturnType<typeof recordsWhere>>[number]

function listed(it: Record, judged: Paper[], hasAgreement: boolean): Listed {
  const papers = judged.filter(({ placementId }) => placementId === it.placement.id)
  const isCleared = papers.filter(({ isHealth }) => isHealth).every(({ verdict }) => verdict.state === 'ok')
  return {
    id: it.placement.id,
    studentId: it.student.id,
    student: it.student.name,
    school: it.school?.name ?? it.profile?.schoolName ?? '',
    clerkship: it.clerkship.name,
    block: it.block.name,
    firstOn: it.block.firstOn,
    lastOn: it.block.lastOn,
    service: it.service.name,
    status: placementTags[it.placement.status].label,
    agreement: hasAgreement ? 'Covered' : 'Missing',
    malpractice: coverOf(papers.find(({ key }) => key === 'malpractice')),
    clearance: isCleared ? 'Cleared' : 'Not cleared',
  }
}

function coverOf(paper: Paper | undefined): Listed['malpractice'] {
  if (paper?.verdict.state === 'ok') return 'Accepted'
  return paper?.verdict.state === 'received' ? 'Not checked' : 'Missing'
}
