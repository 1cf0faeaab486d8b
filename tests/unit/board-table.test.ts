import { and, eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { boardTable } from '#app/assign/board-table.server'
import { live } from '#app/assign/placement'
import { pinPlacement } from '#app/assign/placements.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import { yearId } from '#db/seed/calendar'
import { staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const ana = staff.whitlock

beforeEach(async () => {
  await seededDatabase()
})

const held = () =>
  read
    .select({ id: t.placements.id, status: t.placements.status, student: t.people.name })
    .from(t.placements)
    .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.people, eq(t.people.id, t.placements.studentId))
    .where(and(inArray(t.placements.status, [...live]), eq(t.blocks.yearId, yearId)))

test('the board comes as CSV: a line a place, drafts too, with state and pin', async () => {
  const placed = await held()
  const draft = placed.find(({ status }) => status === 'draft')!
  await pinPlacement(ana, draft.id, true, now)
  const { status, body, disclosed } = await ask(ana, `/board/${yearId}.csv`)
  expect(status).toBe(200)
  const lines = body.replace('\uFEFF', '').trimEnd().split('\r\n')
  expect(lines[0]).toBe('Student,School,Clerkship,Service,Block,First day,Last day,State,Pinned,By')
  expect(lines).toHaveLength(placed.length + 1)
  expect(lines.filter((line) => line.startsWith(`${draft.student},`))).toEqual([
    expect.stringMatching(/,Draft,Yes,[^,]+$/),
  ])
  expect(disclosed).toEqual(expect.arrayContaining([students.weiss.personId]))
})

test('it is nobody’s but those who may see the board, and of no year that is not there', async () => {
  expect(await refusalOf(boardTable(students.weiss, yearId))).toMatch(/^403/)
  expect(await refusalOf(boardTable(ana, '1999-00'))).toMatch(/^404/)
})
