import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { letTimePass } from '#app/jobs/demo-clock.server'
import { post } from '#app/mail/messages.server'
import { isClockMoving, isDemo, loadClock, programNow, setDemoClock } from '#app/workflow/clock.server'
import { instantOn } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import { clock, messages, placements } from '#db/schema/index'
import { students } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { freshDatabase, seededDatabase } from '#tests/support/database'
import { refusalOf } from '#tests/support/refusal'

const start = demoStartsAt
const after = (ms: number) => new Date(start.getTime() + ms)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

beforeEach(async () => {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  await seededDatabase()
  await setDemoClock(start)
})

/** The program's time is this, give or take the minute that a test may take. */
function expectNow(at: Date): void {
  const off = programNow().getTime() - at.getTime()
  expect(off >= 0 && off < MINUTE, `${programNow().toISOString()}, not ${at.toISOString()}`).toBe(true)
}
const placementOf = async (studentId: string) =>
  (await read.query.placements.findFirst({ where: eq(placements.studentId, studentId) }))!

test('a day passes from hour to the same hour, on the night that the clocks change too', async () => {
  await letTimePass('day')
  expectNow(after(DAY))
  await setDemoClock(instantOn('2027-03-13', '09:00'))
  await letTimePass('day')
  expectNow(instantOn('2027-03-14', '09:00'))
})

test('the next deadline passes: an offer that nobody answers ends on its night, and not before', async () => {
  const { aoki } = students
  for (const day of ['2026-11-28', '2026-12-03']) {
    await letTimePass('deadline')
    while (programNow() < instantOn(day, '00:00')) {
      expect((await placementOf(aoki.personId)).status).toBe('offered')
      await letTimePass('deadline')
    }
  }
  expectNow(instantOn('2026-12-03', '00:00'))
  const { status, statusAt } = await placementOf(aoki.personId)
  expect([status, statusAt]).toEqual(['lapsed', instantOn('2026-12-03', '00:00')])
})

test('mail that waits ten minutes goes out after ten minutes, not at the end of the day', async () => {
  const offer = { key: 'a', kind: 'a', to: 'a@b.example', subject: 'Your offer', paragraphs: ['We offer you a place.'] }
  await write((tx) => post(tx, { ...offer, notBeforeAt: after(10 * MINUTE) }, start))
  expect(await letTimePass('day')).toContain('went out.')
  const [row] = await read.select().from(messages).where(eq(messages.key, 'a'))
  expect([row.status, row.sentAt]).toEqual(['sent', after(10 * MINUTE)])
})

test('two people who let a day pass at once let two pass, one after the other', async () => {
  const moves = [letTimePass('day'), letTimePass('day')]
  expect(isClockMoving()).toBe(true)
  await Promise.all(moves)
  expectNow(after(2 * DAY))
  expect(isClockMoving()).toBe(false)
})

test('where time has moved to, it stands after a restart', async () => {
  await letTimePass('week')
  await loadClock()
  expectNow(after(7 * DAY))
})

test('a real program’s clock cannot be moved, nor is its database made a demo by trying', async () => {
  await freshDatabase()
  expect(await refusalOf(letTimePass('day'))).toMatch(/^404 /)
  expect([isDemo(), await read.select().from(clock)]).toEqual([false, []])
})

test('there is no other step than a day, a week and the next deadline', async () => {
  expect(await refusalOf(letTimePass('year'))).toMatch(/^404 /)
  expectNow(start)
})
