import { eq, inArray } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import '#app/follows.server'
import { acceptOffer } from '#app/assign/answers.server'
import { cancelBlock, findBlockToCancel } from '#app/assign/block-cancellation.server'
import { recordsWhere } from '#app/assign/records.server'
import { changesOf } from '#app/workflow/changes.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import { block, yearId } from '#db/seed/calendar'
import { attendings, staff, students } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { postedNow } from '#tests/support/outbox'
import { refusalOf } from '#tests/support/refusal'

const [ana, now] = [staff.whitlock, demoStartsAt]
const reason = 'The angiography suite is rebuilt.'

beforeEach(async () => {
  await seededDatabase()
})

const placedIn = (name: string) =>
  recordsWhere(read, inArray(t.openings.blockId, [block(name), block(`${name}A`), block(`${name}B`)]))
const openingsOf = (name: string) =>
  read.query.openings.findMany({
    where: inArray(t.openings.blockId, [block(name), block(`${name}A`), block(`${name}B`)]),
  })
/** The block of the open offer that Amara Diallo has, by the name of the whole one. */
async function offered() {
  const [it] = await recordsWhere(read, eq(t.placements.studentId, students.diallo.personId))
  return { id: it.placement.id, name: it.block.name.replace(/[AB]$/, '') }
}

test('a cancelled block leaves nobody placed in it and no seat, and each student is told why', async () => {
  const { name } = await offered()
  const before = (await placedIn(name)).map(({ placement }) => placement)
  const found = await findBlockToCancel(ana, { yearId, blockId: block(name) }, now)
  const isLive = ({ status }: (typeof before)[number]) => ['draft', 'offered', 'accepted', 'confirmed'].includes(status)
  expect(found.students.map(({ id }) => id).sort()).toEqual(
    before
      .filter(isLive)
      .map(({ id }) => id)
      .sort(),
  )
  const { told } = await cancelBlock(ana, { yearId, blockId: block(name) }, reason, now)
  const after = await placedIn(name)
  expect(after.filter(({ placement }) => isLive(placement))).toEqual([])
  const cancelled = after.filter(({ placement }) => placement.reason === reason)
  expect(cancelled.map(({ application }) => application.status)).toEqual(cancelled.map(() => 'eligible'))
  expect(told).toBeGreaterThan(0)
  expect(cancelled).toHaveLength(told)
  expect(await postedNow('placement.cancelled')).toHaveLength(told)
  expect((await openingsOf(name)).map(({ seats }) => seats)).toEqual((await openingsOf(name)).map(() => 0))
})

test('the history of the seats names who took them away', async () => {
  await cancelBlock(ana, { yearId, blockId: block('9') }, reason, now)
  const changes = await changesOf('openings')
  expect(changes[0]).toMatchObject({ by: ana.name, mayUndo: false })
  expect(changes[0].changes?.map(({ to }) => to)).toContain('0')
})

test('a student who accepts at the same time has no place in the end, and the wishes live again', async () => {
  const { id, name } = await offered()
  await Promise.allSettled([
    acceptOffer(students.diallo, id, now),
    cancelBlock(ana, { yearId, blockId: block(name) }, reason, now),
  ])
  const it = (await read.query.placements.findFirst({ where: eq(t.placements.id, id) }))!
  const application = (await read.query.applications.findFirst({ where: eq(t.applications.id, it.applicationId!) }))!
  expect([it.status, application.status]).toEqual(['cancelled', 'eligible'])
  const wishes = await read.query.choices.findMany({ where: eq(t.choices.applicationId, application.id) })
  expect(wishes.filter(({ hasEnded }) => hasEnded)).toEqual([])
})

test('whoever cancels a block a second time is told that nothing is left', async () => {
  const which = { yearId, blockId: block('9') }
  await cancelBlock(ana, which, reason, now)
  expect(await refusalOf(cancelBlock(ana, which, reason, now))).toMatch(/^409 .*no place/)
})

test('a half, a block that has begun, and anybody but a coordinator are refused', async () => {
  const cancel = (name: string, me = ana) => refusalOf(cancelBlock(me, { yearId, blockId: block(name) }, 'x', now))
  expect(await cancel('5')).toMatch(/409/)
  expect(await cancel('9A')).toMatch(/404/)
  expect(await cancel('9', attendings.adler)).toMatch(/403/)
})
