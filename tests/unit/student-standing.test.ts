import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import '#app/follows.server'
import { startApplication } from '#app/apply/applications.server'
import { readHub } from '#app/apply/hub.server'
import { findAlternates } from '#app/assign/alternates.server'
import { acceptOffer } from '#app/assign/answers.server'
import { findBlockChange, planBlockChange } from '#app/assign/block-plan.server'
import { lapseOffers } from '#app/assign/due.server'
import { cancelAndOffer, cancelPlacement } from '#app/assign/endings.server'
import { noticeText } from '#app/assign/fee'
import { findPlacement } from '#app/assign/placement-record.server'
import { runDueJobs } from '#app/jobs/runner.server'
import { findToday } from '#app/today/today.server'
import { instantOn } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { block, yearId } from '#db/seed/calendar'
import { staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'

const ana = staff.whitlock
const { diallo, fontaine, romero } = students
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const lapsedAt = instantOn('2026-12-09', '09:00')
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

beforeEach(async () => {
  await seededDatabase()
})

const applicationOf = async (studentId: string) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.studentId, studentId) }))!
/** Where it stands on the student's first page and on the page of the application, each with where its button leads. */
async function readBy(student: Person, at: Date) {
  const { mine } = await findToday(student, at)
  const hub = await readHub(student, (await applicationOf(student.personId)).id, at)
  return {
    today: [plain(mine?.standing.line), plain(mine?.standing.next), mine?.act.to],
    hub: [plain(hub.standing.line), plain(hub.standing.next), hub.place?.to],
  }
}

describe('after an offer ended without a reply', () => {
  test('the student finds from both pages where to ask for the waitlist, and after asking that they wait', async () => {
    await lapseOffers(lapsedAt)
    const { today, hub } = await readBy(diallo, lapsedAt)
    const to = `/placements/${placement('diallo')}`
    expect((await findToday(diallo, lapsedAt)).title).toBe('Your application')
    expect(today).toEqual([
      'The offer for block 8 ended on December 8 without a reply. You can ask to join the waitlist.',
      '',
      to,
    ])
    expect([hub[1], hub[2]]).toEqual(['You can ask to join the waitlist.', to])
    expect(hub[0]).toContain('The offer for block 8 ended Tuesday, December 8')
    expect((await findPlacement(diallo, placement('diallo'), lapsedAt)).standing.next).toBe('')
    const { location, said } = await ask(diallo, `${to}/waitlisting`, { method: 'POST' })
    const { id } = await applicationOf(diallo.personId)
    expect([location, said?.text]).toEqual([`/applications/${id}`, 'You are on the waitlist now.'])
    expect((await findPlacement(diallo, placement('diallo'), lapsedAt)).standing.next).toBe('You are on the waitlist.')
    const waiting = await readBy(diallo, lapsedAt)
    expect(waiting.today[0]).toMatch(/^You are on the waitlist/)
    expect(waiting.hub[0]).toMatch(/^You are on the waitlist/)
  })
  test('another application that goes on stands first', async () => {
    await lapseOffers(lapsedAt)
    const { clerkshipId } = await applicationOf(diallo.personId)
    const other = (await read.query.clerkships.findMany()).find(({ id }) => id !== clerkshipId)!
    const id = await startApplication(diallo, other.kind, lapsedAt)
    expect((await findToday(diallo, lapsedAt)).mine).toMatchObject({ id, act: { to: `/applications/${id}` } })
  })
})

describe('after we cancelled', () => {
  test('an offer, the student reads that, and why, and no day that is past', async () => {
    await cancelPlacement(ana, placement('diallo'), 'A room is closed.', minutes(1))
    const { today, hub } = await readBy(diallo, minutes(2))
    expect(today).toEqual([
      'We had to cancel block 8. You can be placed on other dates.',
      'A room is closed. We act next.',
      `/placements/${placement('diallo')}`,
    ])
    expect(hub).toEqual(today)
  })
  test('an accepted place, the same; with other dates at once, the student reads that they come in its place', async () => {
    await cancelPlacement(ana, placement('fontaine'), 'A room is closed.', minutes(1))
    expect((await readBy(fontaine, minutes(2))).today[0]).toMatch(/^We had to cancel block 8\./)
    const [{ openingId }] = await findAlternates(ana, placement('diallo'), now)
    await cancelAndOffer(ana, placement('diallo'), { reason: 'No.', instead: openingId }, minutes(3))
    const { today, hub } = await readBy(diallo, minutes(4))
    expect(today[0]).toMatch(/^In place of the one that we had to cancel, we offer you block/)
    expect(hub[0]).toBe(today[0])
  })
  test('the page of the place promises no other dates to who is not placed any more', async () => {
    await cancelPlacement(ana, placement('diallo'), 'A room is closed.', minutes(1))
    const { id } = await applicationOf(diallo.personId)
    await write((tx) => tx.update(t.applications).set({ status: 'withdrawn' }).where(eq(t.applications.id, id)))
    const { standing } = await findPlacement(diallo, placement('diallo'), minutes(2))
    expect(standing.line).toBe('We had to cancel block 8.')
  })
})

test('after a block moved, who is asked again reads that it is the same place on other days', async () => {
  await acceptOffer(diallo, placement('diallo'), minutes(1))
  const at = { yearId, blockId: block('8') }
  const { move } = await findBlockChange(ana, at, null, minutes(2))
  for (const { firstOn } of move.options) {
    const { version, touched } = await findBlockChange(ana, at, firstOn, minutes(2))
    if (!touched.some(({ it, fate }) => it.student.id === diallo.personId && fate === 'is asked again')) continue
    await planBlockChange(ana, at, { version, to: firstOn, reason: 'Rebuilt.', instead: {} }, minutes(2))
    break
  }
  await runDueJobs(minutes(15))
  const { today, hub } = await readBy(diallo, minutes(16))
  expect(today[0]).toMatch(/^We had to move your place\. It is now block 8, .* Reply by/)
  expect(hub[0]).toBe(today[0])
})

test('a reply that is late is said to be, and the day on which places are given is not said once it is past', async () => {
  const { id, replyByOn } = await applicationOf(romero.personId)
  const late = instantOn('2026-12-30', '09:00')
  const lineAt = async (at: Date) => (await readBy(romero, at)).hub[0]
  expect(await lineAt(now)).toContain('We reply by')
  expect(replyByOn! < '2026-12-30').toBe(true)
  expect(await lineAt(late)).toMatch(/Our reply was due .*; we are late\.$/)
  await write((tx) => tx.update(t.applications).set({ status: 'eligible' }).where(eq(t.applications.id, id)))
  expect(await lineAt(now)).toContain('are given by')
  expect(await lineAt(late)).toBe('You can be placed.')
})

describe('the page of a place', () => {
  test('that has ended says what it was, not who else comes, where the first day begins and what it costs', async () => {
    const page = async () => (await ask(diallo, `/placements/${placement('diallo')}`)).body
    expect(await page()).toMatch(/First day.*Fee/s)
    await cancelPlacement(ana, placement('diallo'), 'A room is closed.', now)
    const ended = await page()
    expect(ended).toContain('What it was')
    expect(ended).not.toMatch(/First day<|>Fee<|You are the only student/)
  })
  test('that is a draft does not tell staff what the student reads: the student cannot open it', async () => {
    const draft = (await read.query.placements.findFirst({ where: eq(t.placements.status, 'draft') }))!
    const { body } = await ask(ana, `/placements/${draft.id}`)
    expect(body).toContain('The student has not been told.')
    expect(body).not.toContain('The student reads')
  })
})

test('giving a place up speaks of the fee only where there is one', async () => {
  const it = await findPlacement(fontaine, placement('fontaine'), now)
  const paying = { clerkship: { ...it.clerkship, feeCents: 15_000 }, school: null }
  expect(noticeText(paying, 28, 28)).toMatch(/^The first day is 28 days away\. .*the fee is refunded\.$/)
  expect(noticeText(paying, 27, 28)).toMatch(/so the fee is not refunded\.$/)
  const free = { clerkship: { ...it.clerkship, feeCents: 0 }, school: null }
  expect(noticeText(free, 28, 28)).toBe('The first day is 28 days away.')
  expect(noticeText(free, 1, 28)).toBe('The first day is 1 day away, and we ask for 28 days’ notice.')
  expect(noticeText(free, -3, 28)).toMatch(/^The first day has come/)
})
