import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { startApplication, stepApplication, withdrawApplication } from '#app/apply/applications.server'
import { handIn } from '#app/apply/documents.server'
import { readHub } from '#app/apply/hub.server'
import { rankDates } from '#app/apply/ranking.server'
import { saveStatement } from '#app/apply/statements.server'
import { sendApplication } from '#app/apply/submissions.server'
import '#app/follows.server'
import { endOf, instantOn } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { staff } from '#db/seed/cast'
import { eventsFor, freshProgram, newStudent, now, paperOf, readyApplication, refusal } from '#tests/support/applicant'

let lee: Person
const application = async (id: string) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.id, id) }))!
const step = (name: Parameters<typeof stepApplication>[3], id: string, set = {}) =>
  write(async (tx) => stepApplication(tx, staff.whitlock, await application(id), name, { set }, now))

beforeEach(async () => {
  await freshProgram()
  lee = await newStudent('Robin Lee')
})

describe('a student starts', () => {
  test('one application a clerkship and year, however often the button is pressed', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => startApplication(lee, 'sub-internship', now)))
    expect(new Set(ids).size).toBe(1)
    expect((await application(ids[0])).reference).toMatch(/^IR-2026-\d{4}$/)
    expect(await eventsFor(ids[0])).toEqual(['start'])
  })
  test('only while dates are open: before, the sentence says when', async () => {
    const early = instantOn('2026-02-01', '12:00')
    expect(await refusal(startApplication(lee, 'sub-internship', early))).toMatch(/^409 .* It opens Monday, February/)
    expect(await refusal(startApplication(lee, 'sub-internship', instantOn('2027-06-30', '12:00')))).toMatch(/^409/)
    expect(await refusal(startApplication(lee, 'no-such-clerkship', now))).toMatch(/^404/)
  })
})

describe('a student sends', () => {
  test('once, even when 10 clicks arrive together: one event, one message', async () => {
    const id = await readyApplication(lee)
    await Promise.all(Array.from({ length: 10 }, () => sendApplication(lee, id, now)))
    expect((await application(id)).status).toBe('submitted')
    expect((await eventsFor(id)).filter((name) => name === 'send')).toHaveLength(1)
    const sent = await read.select().from(t.messages).where(eq(t.messages.kind, 'application.sent'))
    expect(sent).toHaveLength(1)
    expect((await application(id)).replyByOn).toBe('2026-12-15')
  })
  test('until the last second of the apply-by day, and not a second later', async () => {
    const id = await readyApplication(lee, ['9'])
    const last = endOf('2026-12-31')
    expect(await refusal(sendApplication(lee, id, new Date(last.getTime() + 1)))).toBe(
      '409 Block 9, peripheral IR: Closed December\u00a031.',
    )
    await sendApplication(lee, id, last)
    expect((await application(id)).status).toBe('submitted')
  })
  test('not before everything is done: the sentence names what is missing', async () => {
    const id = await startApplication(lee, 'sub-internship', now)
    expect(await refusal(sendApplication(lee, id, now))).toBe('409 Say where you study.')
    expect((await application(id)).status).toBe('draft')
  })
  test('and then changes nothing that was sent', async () => {
    const id = await readyApplication(lee)
    await sendApplication(lee, id, now)
    expect(await refusal(rankDates(lee, id, [], now))).toMatch(/^409/)
    expect(await refusal(saveStatement(lee, id, 'Another', now))).toMatch(/^409/)
    expect(await refusal(handIn(lee, id, 'cv', { file: paperOf(lee) }, now))).toMatch(/^409/)
  })
  test('again after it came back, and hands in anew what was wrong', async () => {
    const id = await readyApplication(lee)
    await sendApplication(lee, id, now)
    await step('return', id, { reason: 'The transcript is not official.', returnByOn: '2026-12-04' })
    const hub = await readHub(lee, id, now)
    expect(hub.standing.line).toContain('There is a problem: The transcript is not official.')
    await handIn(lee, id, 'transcript', { file: paperOf(lee), datedOn: '2026-11-20' }, now)
    await sendApplication(lee, id, now)
    expect(await eventsFor(id)).toEqual(['start', 'write statement', 'send', 'return', 'resend'])
    expect((await application(id)).reason).toBeNull()
  })
  test('not again after the day that the coordinator set', async () => {
    const id = await readyApplication(lee)
    await sendApplication(lee, id, now)
    await step('return', id, { reason: 'Too old.', returnByOn: '2026-12-04' })
    const late = new Date(endOf('2026-12-04').getTime() + 1)
    expect(await refusal(sendApplication(lee, id, late))).toMatch(/^409 .*December/)
  })
})

test('what is another student’s does not exist', async () => {
  const id = await readyApplication(lee)
  const other = await newStudent('Sam Other')
  for (const work of [
    () => readHub(other, id, now),
    () => sendApplication(other, id, now),
    () => withdrawApplication(other, id, undefined, now),
    () => rankDates(other, id, [], now),
    () => handIn(other, id, 'cv', {}, now),
    () => saveStatement(other, id, 'Mine now', now),
  ])
    expect(await refusal(work())).toMatch(/^404/)
})

test('a student withdraws at any time, and may start anew', async () => {
  const id = await readyApplication(lee)
  await sendApplication(lee, id, now)
  await withdrawApplication(lee, id, 'My school changed the calendar', now)
  await withdrawApplication(lee, id, undefined, now)
  expect((await eventsFor(id)).filter((name) => name === 'withdraw')).toHaveLength(1)
  expect(await startApplication(lee, 'sub-internship', now)).not.toBe(id)
})

test.each([
  ['make eligible', 'eligible', 'reconsider'],
  ['not offer', 'not offered', 'reopen'],
  ['return', 'returned', 'take back'],
] as const)('what %s does, %s, is undone', async (name, status, undo) => {
  const id = await readyApplication(lee)
  await sendApplication(lee, id, now)
  await step(name, id)
  expect((await application(id)).status).toBe(status)
  await step(undo, id)
  expect((await application(id)).status).toBe('submitted')
})
