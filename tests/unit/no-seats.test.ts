import { eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { readDates } from '#app/apply/dates.server'
import { readHub } from '#app/apply/hub.server'
import { rankDates } from '#app/apply/ranking.server'
import { findBoard } from '#app/assign/board.server'
import { findWaitlist } from '#app/assign/waitlist-line.server'
import { saidOf } from '#app/assign/waitlist-words'
import { findWishFates } from '#app/assign/wish-fates.server'
import '#app/follows.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { yearId } from '#db/seed/calendar'
import { staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { demoStartsAt as now } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const { park, rivera } = students
const eleven = opening(subInternship, '11', 'peripheral')

beforeEach(async () => {
  await seededDatabase()
})

const take = (...openingIds: string[]) =>
  write((tx) => tx.update(t.openings).set({ seats: 0 }).where(inArray(t.openings.id, openingIds)))
const applicationOf = async (studentId: string) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.studentId, studentId) }))!
const optionsIn = async (name: string) =>
  (await readDates(park, (await applicationOf(park.personId)).id, now)).options.filter(
    ({ block }) => block.name === name,
  )
const rowOfBlock = (body: string) => body.match(/<tr(?:(?!<\/tr>).)*Block (?:<!-- -->)?11<.*?<\/tr>/s)![0]

test('a block without seats is not offered to the public, in place of being full', async () => {
  expect(rowOfBlock((await ask(null, '/clerkships/sub-internship')).body)).toContain('Open')
  await take(eleven)
  const row = rowOfBlock((await ask(null, '/clerkships/sub-internship')).body)
  expect(row).toContain('No seats')
  expect(row).toContain('Not offered')
  expect(row).not.toMatch(/Full|waitlist/)
})

test('it cannot be wished, and a wish that stands already says so', async () => {
  const { id } = await applicationOf(park.personId)
  const open = await readDates(park, id, now)
  const wished = open.wishes.map(({ key }) => key)
  const other = open.options.find((one) => one.isListed && !one.problem && !wished.includes(one.key))!
  await take(...(await read.select().from(t.openings)).map((it) => it.id))
  const { options, wishes } = await readDates(park, id, now)
  expect(options.find(({ key }) => key === other.key)).toMatchObject({ problem: 'It has no seats.', isListed: true })
  expect(await refusalOf(rankDates(park, id, [...wished, other.key], now))).toBe(
    `409 ${other.name} cannot be added. It has no seats.`,
  )
  expect(wishes.map(({ option }) => option?.problem)).toEqual(wished.map(() => 'It has no seats.'))
  await rankDates(park, id, wished.slice(1), now)
})

test('where one service of a block has none, the other stands alone', async () => {
  const listed = async () => (await optionsIn('8')).filter(({ isListed }) => isListed).map(({ name }) => name)
  expect((await listed()).length).toBe(3)
  await take(opening(subInternship, '8', 'neuro'))
  expect(await listed()).toEqual(['Block 8, peripheral IR'])
})

test('the board, the waitlist and what became of a wish say that there are none', async () => {
  const note = async () => {
    const { columns } = await findBoard(staff.whitlock, yearId, { isWhole: true }, now)
    const cells = columns.flatMap(({ cells }) => cells)
    return cells.find((cell) => cell?.openingId === eleven)?.note
  }
  expect(await note()).toBeNull()
  await take(eleven)
  expect(await note()).toBe('No seats')
  expect(saidOf(await findWaitlist(staff.whitlock, { yearId, openingId: eleven }, now))).toMatchObject({
    tag: 'No seats',
    line: 'No seats here: nobody is offered one.',
  })
  await write((tx) =>
    tx.update(t.applications).set({ status: 'waitlisted' }).where(eq(t.applications.studentId, rivera.personId)),
  )
  const { fates } = await findWishFates(rivera, (await applicationOf(rivera.personId)).id, now)
  expect(fates.filter(({ name }) => name.startsWith('Block 11,')).map(({ says }) => says)).toEqual(['No seats here'])
})

test('who waits is not told that they wait for a block without seats', async () => {
  await write((tx) =>
    tx.update(t.applications).set({ status: 'waitlisted' }).where(eq(t.applications.studentId, rivera.personId)),
  )
  const { id } = await applicationOf(rivera.personId)
  const line = async () => (await readHub(rivera, id, now)).standing.line
  expect(await line()).toMatch(/^You are on the waitlist for blocks .*11/)
  await take(eleven)
  expect(await line()).toMatch(/^You are on the waitlist for/)
  expect(await line()).not.toContain('11')
  await take(...(await read.select().from(t.openings)).map((it) => it.id))
  expect(await line()).toBe('No wish of yours is left.')
})
