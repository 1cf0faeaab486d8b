import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { findBoard } from '#app/assign/board.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { yearId } from '#db/seed/calendar'
import { staff } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'

const ana = staff.whitlock

beforeEach(async () => {
  await seededDatabase()
})

const brokenOn = async () => {
  const { columns } = await findBoard(ana, yearId, { isWhole: true }, now)
  return columns.flatMap(({ cells }) => cells.flatMap((cell) => cell?.broken ?? []))
}
const neuro = eq(t.services.slug, 'neuro')

test('the board says in the cell whose place breaks which rule, once it does', async () => {
  expect(await brokenOn()).toEqual([])
  await write((tx) => tx.update(t.services).set({ mostStudents: 0 }).where(neuro))
  expect(await brokenOn()).toContainEqual(expect.stringMatching(/^Diallo: Neuro IR is full .*: 0 at once$/))
})

test('a place that the director gave beyond the seats breaks none', async () => {
  await write((tx) => tx.update(t.services).set({ mostStudents: 0 }).where(neuro))
  const before = (await brokenOn()).length
  const [diallo] = await read.select().from(t.people).where(eq(t.people.familyName, 'Diallo'))
  await write((tx) => tx.update(t.placements).set({ isOverbooked: true }).where(eq(t.placements.studentId, diallo.id)))
  const after = await brokenOn()
  expect(after.length).toBe(before - 1)
  expect(after.join()).not.toContain('Diallo')
})
