import { shifted } from '#app/program/block-move.server'
import { daysFrom } from '#app/workflow/day.server'
import { type AssignFacts, checkSeat, countingRules, type Opening, wishFor } from './arrangement'
import type { Fate } from './block-change'
import type { BlockRows } from './block-rows.server'
import { replyByOn, settableDays } from './deadline.server'
import { factsOf } from './facts.server'
import type { Rules } from './offering.server'
import type { PlacementRecord } from './records.server'
import { seatOf } from './seat'
import { lower } from './standing'

/** Whose place a change of a block touches, what becomes of it and why, and which other dates have room. */
export type Touched = {
  it: PlacementRecord
  fate: Fate
  why: string | null
  replyByOn: string | null
  alternates: Opening[]
  /** Of these, the one to offer at once. */
  instead: string | null
  /** Why other dates that were chosen can't be offered, as "Ana Ruiz can’t be offered block 10: Neuro IR is full". */
  missed: string | null
}

/** Of the rules, those that other days of the same block can break. */
const ofDays = ['not-begun', 'eligible-year', 'prerequisite', 'no-overlap', 'seats-day']
const surest = ['confirmed', 'accepted', 'offered', 'draft']
/** Whoever was placed beyond the seats comes last: they take nobody's. */
const turnOf = ({ placement: { status, isOverbooked } }: PlacementRecord) =>
  surest.indexOf(status) + (isOverbooked ? surest.length : 0)

type Change = { blockId: string; to: string | null; instead?: Record<string, string> }

/**
 * What a block's new first day, or its end (null), does to everybody in it; whoever is surest of a place goes first,
 * also to other dates, by placement, that were chosen for those who lose it.
 */
export function touchedBy(rows: BlockRows, { blockId, to, instead = {} }: Change, now: Date): Touched[] {
  const facts = factsWithout(rows, blockId, to, now)
  const held = [...rows.held].sort((a, b) => turnOf(a) - turnOf(b))
  const judged = held.map((it) => {
    if (to === null) return { it, fate: isDraft(it) ? REMOVED : LOST, why: null, replyByOn: null }
    const [why, day] = [whyNot(facts, it), replyDay(it, shiftOf(rows, blockId, to), now, rows.rules)]
    const fate = fateAfterMove(it, why === null, day)
    if (fate !== LOST && fate !== REMOVED) facts.seats.push(seatIn(facts, it))
    return {
      it,
      fate,
      why: why ?? (fate === LOST ? TOO_NEAR : null),
      replyByOn: fate === 'is asked again' ? day : null,
    }
  })
  return judged.map((one): Touched => {
    if (one.fate !== LOST) return { ...one, alternates: [], instead: null, missed: null }
    const alternates = roomFor(facts, one.it, blockId, now, rows.rules)
    const chosen = instead[one.it.placement.id]
    const other = alternates.find(({ id }) => id === chosen)
    const missed = chosen && !other ? missedText(facts, one.it, chosen) : null
    if (other) facts.seats.push(seatOf(studentIn(facts, one.it), other))
    return { ...one, alternates, instead: other?.id ?? null, missed }
  })
}

const [REMOVED, LOST] = ['is removed', 'loses the place'] as const
const isDraft = ({ placement }: PlacementRecord) => placement.status === 'draft'
const TOO_NEAR = 'There is no time left to ask'
const isPart = (blockId: string) => (it: { id: string; partOfId: string | null }) =>
  it.id === blockId || it.partOfId === blockId

/** How many days later a block begins then. */
export const shiftOf = ({ blocks }: Pick<BlockRows, 'blocks'>, blockId: string, to: string): number =>
  daysFrom(blocks.find(({ id }) => id === blockId)!.firstOn, to)

/** The year as it is then, nobody sitting in this block yet. */
function factsWithout(rows: BlockRows, blockId: string, to: string | null, now: Date): AssignFacts {
  const facts = factsOf(rows.world, now)
  const days = to === null ? 0 : shiftOf(rows, blockId, to)
  const then = new Map(shifted(rows, blockId, days).blocks.map((block) => [block.id, block]))
  const parts = new Set(rows.blocks.filter(isPart(blockId)).map(({ id }) => id))
  const openings = facts.openings.flatMap((it) => {
    const { firstOn: first, lastOn: last } = then.get(it.block.id) ?? { firstOn: it.block.first, lastOn: it.block.last }
    return to === null && parts.has(it.block.id) ? [] : [{ ...it, block: { ...it.block, first, last } }]
  })
  const inside = new Set(facts.openings.filter(({ block }) => parts.has(block.id)).map(({ id }) => id))
  return { ...facts, openings, seats: facts.seats.filter(({ openingId }) => !inside.has(openingId)) }
}

const studentIn = (facts: AssignFacts, { application }: PlacementRecord) =>
  facts.students.find(({ id }) => id === application.id)!

const placeIn = (facts: AssignFacts, it: PlacementRecord) => ({
  student: studentIn(facts, it),
  opening: facts.openings.find(({ id }) => id === it.opening.id)!,
})

const seatIn = (facts: AssignFacts, it: PlacementRecord) => {
  const { student, opening } = placeIn(facts, it)
  return { ...seatOf(student, opening), holds: it.placement.status === 'draft' ? 'draft' : 'place' } as const
}

/** The first rule that the new days break; whoever was placed beyond the seats stays beyond them. */
function whyNot(facts: AssignFacts, it: PlacementRecord): string | null {
  const { student, opening } = placeIn(facts, it)
  const broken = checkSeat(facts, student, opening).filter(({ rule }) => ofDays.includes(rule))
  const counts = it.placement.isOverbooked ? broken.filter(({ rule }) => !countingRules.includes(rule)) : broken
  return counts[0]?.says ?? null
}

/** Until when the student can answer: by the rules, else as many days as a short reply has, before the first day. */
function replyDay({ block }: PlacementRecord, days: number, now: Date, rules: Rules): string | null {
  const [{ firstOn }] = shifted({ blocks: [block] }, block.id, days).blocks
  return (
    replyByOn(firstOn, now, rules) ?? settableDays(firstOn, now, rules).slice(0, rules.shortReplyDays).at(-1) ?? null
  )
}

function fateAfterMove(it: PlacementRecord, fits: boolean, day: string | null): Fate {
  if (isDraft(it)) return fits ? 'stays a draft' : REMOVED
  if (!fits) return LOST
  if (it.application.isListed) return 'keeps the place'
  return day ? 'is asked again' : LOST
}

function roomFor(facts: AssignFacts, it: PlacementRecord, blockId: string, now: Date, rules: Rules): Opening[] {
  const student = studentIn(facts, it)
  return facts.openings
    .filter(({ id, block }) => wishFor(student, id) && block.id !== it.block.id && block.id !== blockId)
    .filter((opening) => replyByOn(opening.block.first, now, rules) && checkSeat(facts, student, opening).length === 0)
    .sort((a, b) => wishFor(student, a.id)!.rank - wishFor(student, b.id)!.rank)
}

function missedText(facts: AssignFacts, it: PlacementRecord, chosen: string): string {
  const student = studentIn(facts, it)
  const opening = facts.openings.find(({ id }) => id === chosen)
  if (!opening) return `${student.name} can’t be offered the dates chosen: they have no seats any more`
  if (!wishFor(student, chosen)) return `${student.name} does not ask for block ${opening.block.name} any more`
  const [breach] = checkSeat(facts, student, opening)
  const why = breach ? lower(breach.says) : 'there is no time left to reply'
  return `${student.name} can’t be offered block ${opening.block.name}: ${why}`
}
