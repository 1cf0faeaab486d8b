import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkSeat } from '#app/assign/arrangement'
import { placeStudent } from '#app/assign/placements.server'
import { tiered, tiersOf } from '#app/assign/priority'
import { findProposal } from '#app/assign/proposal.server'
import { runProposal } from '#app/assign/proposal-run.server'
import { proposePlaces } from '#app/assign/proposals.server'
import { seasonOf } from '#app/assign/season.server'
import { findPlacing } from '#app/assign/tier-preview.server'
import '#app/follows.server'
import { policyText } from '#app/program/placing'
import { editablePlacing, placingForm, savePlacing } from '#app/program/placing.server'
import { undoChange } from '#app/program/undo.server'
import { changeText } from '#app/workflow/change'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { attendings, staff } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const ana = staff.whitlock
const now = demoStartsAt
const year = '2026-27'
const opened = async () => (await editablePlacing(ana)).placing
const policy = { fourthYearsFirst: false, affiliatesFirst: false, scoreTierTenths: 0, mostOfASchool: null }

beforeEach(() => seededDatabase())

async function proposed() {
  const id = await proposePlaces(ana, year, now)
  await runProposal({ input: { proposalId: id }, now, progress: async () => true })
  return (await read.query.proposals.findFirst({ where: eq(t.proposals.id, id) }))!
}

describe('who is placed first', () => {
  test('is changed by a coordinator, told in the history, and taken back', async () => {
    const was = await opened()
    expect(await savePlacing(ana, { ...was, fourthYearsFirst: true, mostOfASchool: 2 }, now)).toBeUndefined()
    const { placing, changes } = await editablePlacing(ana)
    expect(placing).toMatchObject({ fourthYearsFirst: true, mostOfASchool: 2, version: was.version + 1 })
    expect(changes[0].changes?.map(changeText)).toEqual([
      'Fourth-years are placed before third-years: no → yes',
      'Most students of one school in a block: 2',
    ])
    expect(await undoChange(ana, changes[0].id, now)).toBe('/settings/placing')
    expect(await opened()).toMatchObject({ ...was, version: was.version + 2 })
    expect(await refusalOf(Promise.resolve().then(() => editablePlacing(attendings.adler)))).toMatch(/^403/)
  })

  test('is refused with a width of tiers that scores do not have', () => {
    const typed = { version: '0', scoreTierTenths: 31, mostOfASchool: 0 }
    const { error } = placingForm.safeParse(typed)
    expect(error?.issues.map(({ path }) => path[0])).toEqual(['scoreTierTenths', 'mostOfASchool'])
    expect(placingForm.parse({ version: '0', scoreTierTenths: 5 })).toMatchObject({ mostOfASchool: null })
  })

  test('is said in a sentence', () => {
    expect(policyText(policy)).toBe('Everybody is in one tier: wishes decide, then score and the lottery among equals.')
    expect(policyText({ fourthYearsFirst: true, affiliatesFirst: true, scoreTierTenths: 5, mostOfASchool: 3 })).toBe(
      'Placed first: fourth-years before third-years; then students of our own and affiliated schools before others; ' +
        'then higher scores before lower ones, half a point a tier. A block takes at most 3 of one school.',
    )
  })

  test('shows before it is saved how many students each tier would have', async () => {
    const season = await seasonOf(read, year, now)
    const one = await findPlacing(ana, new URLSearchParams('version=0&scoreTierTenths=0'), now)
    expect(one.tiers).toEqual([{ tier: 0, says: 'Everybody', students: season.students.length }])
    const typed = new URLSearchParams('version=0&scoreTierTenths=10&fourthYearsFirst=on')
    const { tiers, placing } = await findPlacing(ana, typed, now)
    expect(placing.fourthYearsFirst).toBe(true)
    expect(tiers!.length).toBeGreaterThan(1)
    expect(tiers!.reduce((sum, { students }) => sum + students, 0)).toBe(season.students.length)
    expect(tiers![0].says).toMatch(/^(Fourth|Third)-years, score /)
    expect((await opened()).fourthYearsFirst).toBe(season.policy.fourthYearsFirst)
    expect(await findPlacing(ana, new URLSearchParams('scoreTierTenths=x'), now)).toMatchObject({ tiers: null })
  })

  test('puts tiers in the order of year, school, and bands of the score', async () => {
    const season = await seasonOf(read, year, now)
    const [one] = season.students
    const of = (id: string, isAffiliated: boolean, score: number | null) => ({ ...one, id, isAffiliated, score })
    const students = [of('a', false, 3), of('b', true, null), of('c', true, 2.5), of('d', false, 0.5)]
    const tiers = tiersOf({ ...season, students }, { ...policy, affiliatesFirst: true, scoreTierTenths: 10 })
    expect(tiers).toEqual([
      { tier: 0, says: 'Own and affiliated schools, score above 2', students: 1 },
      { tier: 2, says: 'Own and affiliated schools, score 1 or less, or none', students: 1 },
      { tier: 3, says: 'Other schools, score above 2', students: 1 },
      { tier: 5, says: 'Other schools, score 1 or less, or none', students: 1 },
    ])
  })

  test('keeps the number of each tier when others are placed already', async () => {
    const season = await seasonOf(read, year, now)
    const by = { ...policy, fourthYearsFirst: true, affiliatesFirst: true, scoreTierTenths: 5 }
    const all = tiered(season, by)
    expect(new Set(all.map(({ tier }) => tier)).size).toBeGreaterThan(1)
    for (const { id, tier } of all) {
      const [alone] = tiered({ ...season, students: season.students.filter((it) => it.id === id) }, by)
      expect(alone.tier).toBe(tier)
    }
  })
})

describe('a proposal', () => {
  test('is kept with its policy, asked for anew when that changes, and shown as older', async () => {
    const first = await proposed()
    const was = await opened()
    expect(first.policy).toMatchObject({ scoreTierTenths: was.scoreTierTenths })
    expect(await findProposal(ana, year)).toMatchObject({ policy: policyText(was), policyNow: null })
    await savePlacing(ana, { ...was, mostOfASchool: 50 }, now)
    expect(await findProposal(ana, year)).toMatchObject({
      policy: policyText(was),
      policyNow: policyText({ ...was, mostOfASchool: 50 }),
    })
    const second = await proposed()
    expect(second.number).toBe(first.number + 1)
    expect(second.inputHash).not.toBe(first.inputHash)
    expect(await findProposal(ana, year)).toMatchObject({ policyNow: null })
  })
})

test('a block that has the most of a school takes no other of it by hand either', async () => {
  await write(async (tx) => {
    await tx.update(t.openings).set({ seats: 9 })
    await tx.update(t.services).set({ mostStudents: 9 })
    await tx.update(t.blocks).set({ mostStudents: null })
  })
  const season = await seasonOf(read, year, now)
  const held = new Set(season.seats.map(({ studentId }) => studentId))
  const blockOf = new Map(season.openings.map(({ id, block }) => [id, block.id]))
  const blocksOf = (school: string | null) =>
    new Set(season.seats.filter(({ schoolId }) => schoolId === school).map((seat) => blockOf.get(seat.openingId)))
  const pairs = season.students
    .filter(({ id, schoolId }) => schoolId && !held.has(id))
    .flatMap((student) => season.openings.map((opening) => ({ student, opening })))
    .filter(({ student, opening }) => checkSeat(season, student, opening).length === 0)
    .filter(({ student, opening }) => !blocksOf(student.schoolId).has(opening.block.id))
  const [{ student, opening }] = pairs
  const other = season.seats.find(({ personId }) => personId !== student.personId)!
  await write(async (tx) => {
    const { schoolId } = student
    await tx.update(t.profiles).set({ schoolId }).where(eq(t.profiles.personId, other.personId))
    const moved = { openingId: opening.id }
    await tx.update(t.placements).set(moved).where(eq(t.placements.studentId, other.personId))
  })
  await savePlacing(ana, { ...(await opened()), mostOfASchool: 1 }, now)
  const wanted = { applicationId: student.id, openingId: opening.id }
  expect(await refusalOf(placeStudent(ana, wanted, now))).toMatch(/^409 .*has 1 of this school, the most it takes/)
  await savePlacing(ana, { ...(await opened()), mostOfASchool: 2 }, now)
  await placeStudent(ana, wanted, now)
})
