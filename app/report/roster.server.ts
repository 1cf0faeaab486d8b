import { and, asc, eq, gte, inArray, lte, notInArray, or, sql } from 'drizzle-orm'
import { agreementsIn, isCovered } from '#app/assign/papers.server'
import { placementTags } from '#app/assign/placement'
import { insist } from '#app/workflow/permissions'
import { notFound } from '#app/workflow/refusal'
import { read, readAll } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import type { Listed, RosterWanted } from './roster'
import { type Papers, type Place, papersBy, rosterPapers, rosterPlaces } from './roster-papers.server'

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
    wanted.block ? inBlock(yearId, wanted.block) : undefined,
    wanted.on ? and(lte(t.blocks.firstOn, wanted.on), gte(t.blocks.lastOn, wanted.on)) : undefined,
  )
  const [blocks, places, papers, agreements] = await readAll(
    read.select().from(t.blocks).where(eq(t.blocks.yearId, yearId)).orderBy(asc(t.blocks.firstOn), asc(t.blocks.name)),
    rosterPlaces(where),
    rosterPapers(where),
    agreementsIn(read),
  )
  if (blocks.length === 0) throw notFound()
  const judged = papersBy(papers, places, now)
  const rows = places.map((it) =>
    listed(it, judged.get(it.placement.id), isCovered(agreements, it.profile?.schoolId, it.block)),
  )
  const block = blocks.find(({ id }) => id === wanted.block)?.id ?? ''
  return { rows, blocks: blocks.map(({ id, name }) => ({ id, name })), wanted: { ...wanted, block } }
}

/** Of this block; one that the year does not have is ignored. */
const inBlock = (yearId: string, block: string) => {
  const ofYear = read.select({ id: t.blocks.id }).from(t.blocks).where(eq(t.blocks.yearId, yearId))
  return or(eq(t.blocks.id, block), notInArray(sql`${block}`, ofYear))
}

export type Roster = Awaited<ReturnType<typeof findRoster>>

const covers: { [state: string]: Listed['malpractice'] } = { ok: 'Accepted', received: 'Not checked' }

function listed(it: Place, papers: Papers | undefined, hasAgreement: boolean): Listed {
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
    ...(it.application.isListed ? unasked : said(papers)),
  }
}

/** Their school answers for who came by a list: nobody has asked them for papers. */
const unasked = { malpractice: 'Not asked', clearance: 'Not asked' } as const

const said = (papers: Papers | undefined): Pick<Listed, keyof typeof unasked> => ({
  malpractice: covers[papers?.cover ?? 'missing'] ?? 'Missing',
  clearance: papers?.isCleared ? 'Cleared' : 'Not cleared',
})
