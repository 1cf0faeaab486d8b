import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { findBoard } from '#app/assign/board.server'
import { overbook } from '#app/assign/placements.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { yearId } from '#db/seed/calendar'
import { attendings, staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { demoStartsAt as now } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'

const ana = staff.whitlock
const { rivera } = students

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

test('a cell that the director overbooked says so in words, and who sits there beyond the seats', async () => {
  const mine = await read.query.applications.findFirst({ where: eq(t.applications.studentId, rivera.personId) })
  const openingId = opening(subInternship, '10', 'peripheral')
  const cellNow = async () => {
    const { columns } = await findBoard(ana, yearId, { isWhole: true }, now)
    return columns.flatMap(({ cells }) => cells).find((cell) => cell?.openingId === openingId)!
  }
  await overbook(attendings.adler, { applicationId: mine!.id, openingId }, 'Two teach.', now)
  const [{ seats }] = await read.select().from(t.openings).where(eq(t.openings.id, openingId))
  expect((await cellNow()).note).not.toBe('Overbooked')
  await write((tx) => tx.update(t.openings).set({ seats: 0 }).where(eq(t.openings.id, openingId)))
  const { note, chips } = await cellNow()
  expect([seats > 0, note]).toEqual([true, 'Overbooked'])
  expect(chips.filter(({ isOverbooked }) => isOverbooked).map(({ familyName }) => familyName)).toEqual(['Rivera'])
  expect((await ask(ana, `/board/${yearId}?blocks=all`)).body).toContain(' · overbooked')
})
