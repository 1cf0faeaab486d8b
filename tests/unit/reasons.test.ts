import { describe, expect, test } from 'vitest'
import { type AssignFacts, breachesBeyond, type Opening, type Student } from '#app/assign/arrangement'
import { type Model, modelOf } from '#app/assign/model'
import { stagedOf } from '#app/assign/objective.server'
import { proposeOptimum } from '#app/assign/optimum.server'
import type { Proposed } from '#app/assign/proposed'
import { seatOf } from '#app/assign/seat'
import { solveStages } from '#app/solve/stages.server'
import type { Moved, Reason } from '#db/schema/assign/proposals'
import fc from '#tests/support/property'
import { exampleSeason, seasons } from '#tests/support/season'

const ROUNDS = 5
const PLENTY = 99
const seed = 'seed'
const timeLimit = 60_000
const optimum = (facts: AssignFacts) => proposeOptimum({ facts, seed, timeLimit }, undefined)

const lineOf = ({ seats, unplaced }: Proposed, id: string) =>
  [...seats, ...unplaced].find(({ applicationId }) => applicationId === id)!
const wishOf = ({ seats }: Pick<Proposed, 'seats'>, id: string) =>
  seats.find(({ applicationId }) => applicationId === id)?.wish ?? null
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const openingIn = ({ openings }: AssignFacts, id: string) => openings.find((it) => it.id === id)!

type Asked = { facts: AssignFacts; id: string; reason: Reason }
type Removal = (asked: Asked) => AssignFacts

const forStudent =
  (change: Partial<Student>): Removal =>
  ({ facts, id }) => ({ ...facts, students: facts.students.map((it) => (it.id === id ? { ...it, ...change } : it)) })

const forOpenings =
  (change: (it: Opening, wished: Opening) => Opening): Removal =>
  ({ facts, reason }) => {
    const wished = openingIn(facts, reason.openingId!)
    return { ...facts, openings: facts.openings.map((it) => change(it, wished)) }
  }

/** By rule, the same facts without what a reason says is in the way, and with everything else. */
const removals: Record<string, Removal> = {
  'not-begun': ({ facts, reason }) => ({ ...facts, today: dayBefore(openingIn(facts, reason.openingId!).block.first) }),
  'eligible-year': forStudent({ promotesOn: '2026-01-01', graduatesOn: '2027-12-31' }),
  prerequisite: forStudent({ preparedOn: '2026-01-01' }),
  'requirement-to-apply': forStudent({ lacks: null }),
  'no-overlap': ({ facts, id, reason: { concerns = [] } }) => ({
    ...facts,
    students: facts.students.filter((it) => it.id === id || !concerns.includes(it.id)),
    seats: facts.seats.filter(({ studentId }) => studentId === id || !concerns.includes(studentId)),
  }),
  offered: ({ facts, id }) => ({ ...facts, seats: facts.seats.filter(({ studentId }) => studentId !== id) }),
  'held-seats': forOpenings((it, { id }) => (it.id === id ? { ...it, held: null } : it)),
  'seats-opening': forOpenings((it, { id }) => (it.id === id ? { ...it, seats: PLENTY } : it)),
  'seats-block': forOpenings((it, { block }) =>
    it.block.id === block.id ? { ...it, block: { ...block, seats: null } } : it,
  ),
  'seats-day': forOpenings((it, { service }) =>
    it.service.id === service.id ? { ...it, service: { ...service, most: PLENTY } } : it,
  ),
  'school-cap': ({ facts }) => ({ ...facts, mostOfASchool: null }),
}

/** Removes what is said to stand between a student and a wish, one thing after the other, until nothing is. */
async function untilGiven({ facts, id, reason }: Asked) {
  const removed: string[] = []
  let now = facts
  for (let stated: Reason | undefined = reason; ; ) {
    const { rule, openingId, concerns } = stated
    const obstacle = [rule, openingId, ...(concerns ?? [])].join(' ')
    expect(removed, 'removed before').not.toContain(obstacle)
    removed.push(obstacle)
    now = removals[rule]({ facts: now, id, reason: stated })
    const proposed = await optimum(now)
    stated = lineOf(proposed, id).reasons.find(({ wish }) => wish === reason.wish)
    if (!stated) return { facts: now, proposed, rounds: removed.length }
  }
}

const studentIn = ({ students }: AssignFacts, id: string) => students.find((it) => it.id === id)!

/** The facts with this student pinned there, and nobody else who may move. */
function pinned(facts: AssignFacts, id: string, openingId: string) {
  const { facts: fixed } = modelOf(facts)
  return { fixed, seat: { ...seatOf(studentIn(facts, id), openingIn(facts, openingId)), isPinned: true } }
}

const unmet = (proposed: Proposed) =>
  [...proposed.seats, ...proposed.unplaced].flatMap(({ applicationId, reasons }) =>
    reasons.map((reason) => ({ id: applicationId, reason })),
  )

/** Whose wish differs when this student has to have this opening: solved anew, by one more row. */
async function forced(model: Model, id: string, openingId: string, before: Proposed): Promise<Moved[]> {
  const column = model.candidates.findIndex(({ student, opening }) => student.id === id && opening.id === openingId)
  const staged = stagedOf(model, seed)
  const rows = [...staged.rows, { name: 'forced', columns: [column], lower: 1, upper: 1 }]
  const { x } = await solveStages({ ...staged, rows }, { timeLimit })
  return model.students.flatMap((student): Moved[] => {
    const to = model.candidates.find((it, at) => x[at] === 1 && it.student.id === student.id)?.wish ?? null
    const from = wishOf(before, student.id)
    return student.id === id || from === to ? [] : [{ applicationId: student.id, from, to }]
  })
}

describe('the reasons of a proposal', () => {
  test('are true: without what they say, one after the other, the student has the wish and may be pinned there', async () => {
    const rounds: number[] = []
    await fc.assert(
      fc.asyncProperty(seasons(8, 4), async (facts) => {
        for (const { id, reason } of unmet(await optimum(facts))) {
          const given = await untilGiven({ facts, id, reason })
          rounds.push(given.rounds)
          const seat = given.proposed.seats.find(({ applicationId }) => applicationId === id)!
          expect(seat.wish).toBeLessThanOrEqual(reason.wish)
          const there = pinned(given.facts, id, seat.openingId)
          expect(breachesBeyond(there.fixed, [there.seat])).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
    // Only a wish with six things in its way at once, of a season drawn at random, takes longer.
    expect(rounds.filter((n) => n > ROUNDS).length).toBeLessThan(rounds.length / 50)
  })

  test.each([1, 2, 3, 4])('that tell of a trade name exactly whom forcing it would move, in class %i', async (at) => {
    const facts = exampleSeason(60, at)
    const [proposed, model] = [await optimum(facts), modelOf(facts)]
    const trades = unmet(proposed).filter(({ reason }) => reason.kind === 'traded')
    expect(trades.length).toBeGreaterThan(3)
    for (const { id, reason } of trades)
      expect(reason.chain).toEqual(await forced(model, id, reason.openingId!, proposed))
  })
})
