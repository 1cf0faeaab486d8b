import { and, eq, inArray, or } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { acceptProposal } from '#app/assign/acceptance.server'
import { breachesBeyond, checkSeat } from '#app/assign/arrangement'
import { findBoard } from '#app/assign/board.server'
import { takeBackDrafts } from '#app/assign/draft-undo.server'
import { draftsRemovalPath } from '#app/assign/paths'
import { placeStudent } from '#app/assign/placements.server'
import { bandOf } from '#app/assign/priority'
import { changesOf } from '#app/assign/proposal'
import { findProposal, type ProposalShown } from '#app/assign/proposal.server'
import { runProposal } from '#app/assign/proposal-run.server'
import { discardProposal, proposePlaces, SOLVING } from '#app/assign/proposals.server'
import { publishDrafts } from '#app/assign/publication.server'
import { seasonOf } from '#app/assign/season.server'
import { seatOf } from '#app/assign/seat'
import { runDueJobs } from '#app/jobs/runner.server'
import '#app/follows.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { attendings, staff, students } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const [ana, joel] = [staff.whitlock, staff.pierce]
const now = demoStartsAt
const year = '2026-27'

beforeEach(async () => {
  await seededDatabase()
})

/** Asks for a proposal and waits until it is worked out. */
async function proposed(by?: Parameters<typeof runProposal>[1]) {
  const id = await proposePlaces(ana, year, now)
  await runProposal({ input: { proposalId: id }, now, progress: async () => true }, by)
  return runOf(id)
}
const runOf = async (id: string) => (await read.query.proposals.findFirst({ where: eq(t.proposals.id, id) }))!
const applicationOf = async (studentId: string) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.studentId, studentId) }))!
const draftsNow = async () =>
  (await read.query.placements.findMany({ where: eq(t.placements.status, 'draft') }))
    .map((it) => `${it.applicationId} ${it.openingId}`)
    .sort()
/** Another opening that this application wishes for, with room. */
async function otherOpening(applicationId: string, not: string): Promise<string> {
  const facts = await seasonOf(read, year, now)
  const student = facts.students.find(({ id }) => id === applicationId)!
  const wished = student.wishes.flatMap(({ openingIds }) => openingIds).filter((id) => id !== not)
  return wished.find((id) => checkSeat(facts, student, facts.openings.find((it) => it.id === id)!).length === 0)!
}
const live = inArray(t.placements.status, ['draft', 'offered'])
const placeOf = async (applicationId: string) =>
  (await read.query.placements.findFirst({ where: and(eq(t.placements.applicationId, applicationId), live) }))!
const refused = async (work: () => Promise<unknown>) => refusalOf(Promise.resolve().then(work))
const chosenOf = (run: Awaited<ReturnType<typeof runOf>>) => changesOf(run).map(({ applicationId }) => applicationId)

describe('a proposal', () => {
  test('is worked out in the background, is proven, and breaks none of the rules of the hand', async () => {
    const id = await proposePlaces(ana, year, now)
    expect(await runOf(id)).toMatchObject({ status: 'running', seats: [] })
    expect(await runDueJobs(now)).toContain(SOLVING)
    const run = await runOf(id)
    expect(run).toMatchObject({ status: 'optimal', fallback: null, solver: expect.stringMatching(/^HiGHS \d/) })
    expect(run.stages.every(({ value, bound }) => value === bound)).toBe(true)
    expect(run.tiers.reduce((sum, n) => sum + n, 0)).toBe(run.seats.length + run.unplaced.length)
    const facts = await seasonOf(read, year, now)
    const seats = run.seats.map(({ applicationId, openingId }) =>
      seatOf(facts.students.find((it) => it.id === applicationId)!, facts.openings.find((it) => it.id === openingId)!),
    )
    expect(seats.length).toBeGreaterThan(1)
    const others = facts.seats.filter(({ studentId }) => !seats.some((seat) => seat.studentId === studentId))
    expect(breachesBeyond({ ...facts, seats: others }, seats)).toEqual([])
  })

  test('is the one that stands already for the same input, and while one is being worked out', async () => {
    const id = await proposePlaces(ana, year, now)
    expect(await proposePlaces(joel, year, now)).toBe(id)
    const { inputHash } = await proposed()
    expect(await proposePlaces(joel, year, now)).toBe(id)
    expect((await runOf(id)).inputHash).toBe(inputHash)
  })

  test('taken over is taken back as one within ten minutes: whoever had a draft stands where they stood', async () => {
    const [{ id: applicationId }, run] = [await applicationOf(students.rivera.personId), await proposed()]
    const worse = run.seats.find((seat) => seat.applicationId === applicationId)!
    const openingId = await otherOpening(applicationId, worse.openingId)
    await placeStudent(ana, { applicationId, openingId }, now)
    const before = await draftsNow()
    await discardProposal(ana, year, now)
    const again = await proposed()
    const taken = new Date(now.getTime() + 60_000)
    expect(chosenOf(again)).toContain(applicationId)
    const n = await acceptProposal(ana, year, chosenOf(again), taken)
    expect((await placeOf(applicationId)).openingId).toBe(worse.openingId)
    expect(await takeBackDrafts(ana, year, taken, new Date(taken.getTime() + 9 * 60_000))).toHaveLength(n)
    expect(await draftsNow()).toEqual(before)
    expect(await refusalOf(takeBackDrafts(ana, year, taken, taken))).toMatch(/^409 There is nothing to take back/)
  })

  test('taken over for one student is undone from the board: they stand where they stood', async () => {
    const [{ id: applicationId }, run] = [await applicationOf(students.rivera.personId), await proposed()]
    const better = run.seats.find((seat) => seat.applicationId === applicationId)!
    const openingId = await otherOpening(applicationId, better.openingId)
    await placeStudent(ana, { applicationId, openingId }, now)
    await discardProposal(ana, year, now)
    await proposed()
    const taken = new Date(now.getTime() + 60_000)
    expect(await acceptProposal(ana, year, [applicationId], taken)).toBe(1)
    expect((await placeOf(applicationId)).openingId).toBe(better.openingId)
    const { done } = await findBoard(ana, year, {}, taken)
    expect(done[0].undo).toBe(draftsRemovalPath(year, taken.getTime()))
    expect(await takeBackDrafts(ana, year, taken, taken)).toMatchObject([{ isBack: true }])
    expect((await placeOf(applicationId)).openingId).toBe(openingId)
  })

  test('taken over makes drafts of all that was chosen, once', async () => {
    const run = await proposed()
    const chosen = chosenOf(run)
    expect(await acceptProposal(ana, year, chosen, now)).toBe(chosen.length)
    for (const { applicationId, openingId } of run.seats)
      expect((await placeOf(applicationId)).openingId).toBe(openingId)
    expect(await refusalOf(acceptProposal(joel, year, chosen, now))).toMatch(/^409 There is no open proposal/)
    const again = await proposed()
    expect(chosenOf(again)).toEqual([])
    expect(again.seats.map((it) => [it.applicationId, it.openingId])).toEqual(
      run.seats.map((it) => [it.applicationId, it.openingId]),
    )
  })

  test('says whose place in which block and service breaks a rule already, and leads to it', async () => {
    const { openings, seats } = await seasonOf(read, year, now)
    const { studentId, openingId } = seats.find(({ holds }) => holds === 'place')!
    await write((tx) => tx.update(t.openings).set({ seats: 0 }).where(eq(t.openings.id, openingId)))
    await proposed()
    const { broken } = (await findProposal(ana, year)) as ProposalShown
    const full = broken.find(({ says }) => says === 'No seats here')!
    const { block, service } = openings.find(({ id }) => id === openingId)!
    expect(full.places).toMatchObject([{ openingId, place: `Block ${block.name}, ${service.name}` }])
    const [held] = await read
      .select({ placementId: t.placements.id, name: t.people.name })
      .from(t.placements)
      .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
      .where(or(eq(t.placements.applicationId, studentId), eq(t.placements.id, studentId)))
    expect(full.places[0].students).toContainEqual({ holder: studentId, ...held })
  })

  test('is not used up when nothing of it is chosen, or what it does not hold', async () => {
    const run = await proposed()
    expect(await refusalOf(acceptProposal(ana, year, [], now))).toBe('409 Choose at least one change.')
    expect(await refusalOf(acceptProposal(ana, year, [...chosenOf(run), 'of another'], now))).toMatch(
      /^409 Another proposal was made since you opened this one/,
    )
    expect(await runOf(run.id)).toMatchObject({ acceptedAt: null, discardedAt: null })
    expect(await acceptProposal(ana, year, chosenOf(run), now)).toBe(chosenOf(run).length)
  })

  test('is refused as a whole when a student was placed otherwise meanwhile', async () => {
    const run = await proposed()
    const [{ applicationId, openingId }, second] = run.seats.filter(({ was }) => !was)
    const placed = await refusalOf(placeStudent(joel, { applicationId, openingId }, now))
    expect(placed).toEqual(expect.any(String))
    expect(await refusalOf(acceptProposal(ana, year, chosenOf(run), now))).toMatch(
      /^409 .* was placed otherwise since this was proposed\. Nothing was changed/,
    )
    expect(await placeOf(second.applicationId)).toBeUndefined()
  })

  test('moves a draft that is not pinned, and keeps one that is, and an open offer', async () => {
    const run = await proposed()
    await acceptProposal(ana, year, chosenOf(run), now)
    const { id, applicationId, openingId } = await placeOf((await applicationOf(students.rivera.personId)).id)
    const choices = await read.query.choices.findMany({ where: eq(t.choices.applicationId, applicationId!) })
    expect(choices.length).toBeGreaterThan(1)
    await publishDrafts(ana, year, { placementIds: [id], daysSet: {} }, now)
    const last = Math.max(...choices.map(({ rank }) => rank))
    await write(async (tx) => {
      for (const { id, rank } of choices)
        await tx
          .update(t.choices)
          .set({ rank: rank + 100 })
          .where(eq(t.choices.id, id))
      for (const { id, rank } of choices)
        await tx
          .update(t.choices)
          .set({ rank: last + 1 - rank })
          .where(eq(t.choices.id, id))
    })
    const after = await proposed()
    expect(after.stages[0]).toMatchObject({ part: 'Offers that move', value: 0 })
    expect(after.seats.find((it) => it.applicationId === applicationId)).toMatchObject({ openingId, was: openingId })
  })

  test('falls back to the serial order and says so when the optimizer gives no answer in time', async () => {
    const run = await proposed({ file: 'tests/support/endless.server.ts', name: 'endless', timeLimit: 10 })
    expect(run.status).toBe('fallback')
    expect(run.fallback).toBe('The optimizer ran out of time')
    expect(run.seats.length).toBeGreaterThan(1)
    const again = await proposed()
    expect(again).toMatchObject({ status: 'optimal', number: run.number + 1 })
    expect(await acceptProposal(ana, year, chosenOf(again), now)).toBe(chosenOf(again).length)
  })

  test('that is stopped while it is worked out leaves nothing, and another can be asked for', async () => {
    const id = await proposePlaces(ana, year, now)
    await discardProposal(joel, year, now)
    await runProposal({ input: { proposalId: id }, now, progress: async () => true })
    expect(await runOf(id)).toMatchObject({ status: 'cancelled', seats: [] })
    expect((await proposed()).status).toBe('optimal')
  })

  test('is for those who arrange places', async () => {
    expect(await refused(() => proposePlaces(attendings.duarte, year, now))).toMatch(/^403/)
    expect(await refused(() => acceptProposal(students.rivera, year, [], now))).toMatch(/^403/)
  })
})

test('tiers of scores are bands from the best; whoever has no score stands in the last', () => {
  expect([3, 2.1, 2, 1.5, 0, null].map((score) => bandOf(score, 10))).toEqual([0, 0, 1, 1, 2, 2])
  expect([3, 2.4, null].map((score) => bandOf(score, 0))).toEqual([0, 0, 0])
})
