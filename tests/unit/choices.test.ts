import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { startApplication } from '#app/apply/applications.server'
import { moved, studyProblem, yearOfStudy } from '#app/apply/choice'
import { readDates } from '#app/apply/dates.server'
import { saveProfile } from '#app/apply/profiles.server'
import { rankDates } from '#app/apply/ranking.server'
import '#app/follows.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { freshProgram, newStudent, now, profile, refusal, wish } from '#tests/support/applicant'

let lee: Person
let id: string
beforeEach(async () => {
  await freshProgram()
  lee = await newStudent('Robin Lee')
  await saveProfile(lee, profile, now)
  id = await startApplication(lee, 'sub-internship', now)
})
const ranked = async () =>
  (await read.select().from(t.choices).where(eq(t.choices.applicationId, id)).orderBy(t.choices.rank)).map(
    ({ rank, id: own, blockId }) => ({ rank, own, blockId }),
  )

test.each([
  ['2026-05-03', 3],
  ['2026-05-04', 4],
  ['2027-05-04', 4],
  ['2025-05-04', 3],
  ['2025-05-03', 2],
])('who is promoted on May 4, 2026 is on %s in year %i', (on, year) => {
  expect(yearOfStudy({ promotesOn: '2026-05-04' }, on)).toBe(year)
})
test('a promotion on February 29 counts in common years too', () => {
  expect(yearOfStudy({ promotesOn: '2028-02-29' }, '2027-02-28')).toBe(2)
  expect(yearOfStudy({ promotesOn: '2028-02-29' }, '2027-03-01')).toBe(3)
})

test.each([
  [{}, null],
  [{ graduatesOn: '2027-04-22' }, /graduate/],
  [{ graduatesOn: '2027-04-23' }, null],
  [{ promotesOn: '2027-03-30' }, /year 3/],
  [{ promotesOn: '2027-03-29' }, null],
  [{ surgeryDoneOn: '2027-03-29' }, /surgery/],
  [{ surgeryDoneOn: '2027-03-28' }, null],
  [{ medicineDoneOn: '2027-03-29' }, /medicine/],
])('block 10, March 29 – April 23, for %o: %s', (changed, problem) => {
  const block = { firstOn: '2027-03-29', lastOn: '2027-04-23' }
  const student = { ...profile, personId: '', schoolId: null, schoolName: null, updatedAt: now, ...changed }
  const said = studyProblem(block, student, { name: 'Sub-internship', years: [4] })
  if (problem) expect(said).toMatch(problem)
  else expect(said).toBeNull()
})

test('a wish moves by one, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 3, 'up')).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 1, 'up')).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 3, 'down')).toEqual(['a', 'b', 'c'])
})

test('a new order keeps the row of each wish', async () => {
  const [ten, eleven] = [await wish('10'), await wish('11')]
  await rankDates(lee, id, [ten, eleven], now)
  const before = await ranked()
  await rankDates(lee, id, [eleven, ten], now)
  const after = await ranked()
  expect(after.map(({ own }) => own)).toEqual([before[1].own, before[0].own])
  expect(after.map(({ rank }) => rank)).toEqual([1, 2])
})

test('a date is ranked once, at most five are, and only open ones', async () => {
  const dates = await Promise.all(['8', '9', '10', '11', '12'].map((block) => wish(block)))
  await rankDates(lee, id, dates, now)
  expect(await refusal(rankDates(lee, id, [...dates, await wish('8', 'neuro')], now))).toMatch(/^409 .* up to 5/)
  expect(await refusal(rankDates(lee, id, [dates[0], dates[0]], now))).toMatch(/^409 .*already/)
  expect(await refusal(rankDates(lee, id, [await wish('7')], now))).toMatch(/^409 .*Closed November/)
  expect(await refusal(rankDates(lee, id, [await wish('12', 'neuro')], now))).toMatch(/^409 .*not offered/)
  expect(await ranked()).toHaveLength(5)
})

test('two orders sent at once end as one of them, never mixed', async () => {
  const [a, b, c] = await Promise.all(['10', '11', '12'].map((block) => wish(block)))
  await rankDates(lee, id, [a, b, c], now)
  await Promise.all([rankDates(lee, id, [c, b, a], now), rankDates(lee, id, [b, c], now)])
  const after = (await ranked()).map(({ blockId }) => blockId)
  expect(
    [
      [c, b, a],
      [b, c],
    ].map((keys) => keys.map((key) => key.split('/')[0])),
  ).toContainEqual(after)
})

test('dates show seats left, who asked, and what they are held for', async () => {
  const { options } = await readDates(lee, id, now)
  const of = (name: string) => options.find((option) => option.name === name)!
  expect(of('Block 10, peripheral IR')).toMatchObject({ seats: 1, taken: 0, heldUntilOn: '2026-12-29', problem: null })
  expect(of('Block 8, either service')).toMatchObject({ seats: 2, isListed: true })
  expect(of('Block 7, neuro IR').problem).toMatch(/^Closed November/)
})
