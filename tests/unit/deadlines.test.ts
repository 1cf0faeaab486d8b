import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { acceptOffer } from '#app/assign/answers.server'
import { replyByOn, settableDays } from '#app/assign/deadline.server'
import { isLapseDue, lapseOffers, remindOfOffers } from '#app/assign/due.server'
import { findPlacement } from '#app/assign/placement-record.server'
import { placeStudent } from '#app/assign/placements.server'
import { publishDrafts } from '#app/assign/publication.server'
import { kinds } from '#app/jobs/jobs.server'
import { runDueJobs } from '#app/jobs/runner.server'
import { setDemoClock } from '#app/workflow/clock.server'
import { addDays, daysFrom, instantOn } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { block } from '#db/seed/calendar'
import { staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const { rivera } = students
const ana = staff.whitlock
const openingId = opening(subInternship, '11', 'peripheral')
const lapsing = kinds.filter(({ name }) => name === 'end offers past their instant')
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const later = (at: Date, ms: number) => new Date(at.getTime() + ms)

/** Nights on which a deadline is easily an hour, or a year, off: the day, its end in UTC, what a student reads. */
const nights = [
  ['the clocks go forward', '2027-03-14', '2027-03-15T06:59:59.999Z', 'Sunday, March 14, 11:59 PM PT'],
  ['the clocks go back', '2027-11-07', '2027-11-08T07:59:59.999Z', 'Sunday, November 7, 11:59 PM PT'],
  ['the year ends', '2026-12-31', '2027-01-01T07:59:59.999Z', 'Thursday, December 31, 11:59 PM PT'],
] as const

beforeEach(async () => {
  await seededDatabase()
})

/** Offers Ines Rivera block 11, moved so that it starts in 50 days, a week before the night: she has 7 days. */
async function offered(night: string): Promise<{ id: string; expiresAt: Date }> {
  const now = instantOn(addDays(night, -7), '09:00')
  const firstOn = addDays(night, 43)
  await write(async (tx) => {
    await tx
      .update(t.blocks)
      .set({ firstOn, lastOn: addDays(firstOn, 25) })
      .where(eq(t.blocks.id, block('11')))
    await tx.update(t.profiles).set({ graduatesOn: '2028-06-01' }).where(eq(t.profiles.personId, rivera.personId))
    await tx.update(t.academicYears).set({ lastOn: '2028-06-30' }).where(eq(t.academicYears.id, '2026-27'))
  })
  const application = (await read.query.applications.findFirst({
    where: eq(t.applications.studentId, rivera.personId),
  }))!
  const id = await placeStudent(ana, { applicationId: application.id, openingId }, now)
  await publishDrafts(ana, '2026-27', { placementIds: [id], daysSet: {} }, now)
  return { id, expiresAt: (await placementNow(id)).expiresAt! }
}
const mailsTo = (id: string, kind: string) =>
  read.query.messages.findMany({ where: and(eq(t.messages.kind, kind), eq(t.messages.subjectId, id)) })
const placementNow = async (id: string) => (await read.query.placements.findFirst({ where: eq(t.placements.id, id) }))!

describe.each(nights)('an offer that ends on the night when %s', (_, night, end, shown) => {
  test('ends with the program’s day, and says so on the page and in the message', async () => {
    const { id, expiresAt } = await offered(night)
    expect(expiresAt.toISOString()).toBe(end)
    const page = await findPlacement(rivera, id, later(expiresAt, -60_000))
    expect(plain(page.standing.line)).toContain(`Reply by ${shown}.`)
    expect(page.standing.next).toContain('The last day is today.')
    expect((await findPlacement(rivera, id, instantOn(addDays(night, -1), '23:59'))).standing.next).toContain(
      '1 day left.',
    )
    const [mail] = await mailsTo(id, 'placement.offer')
    expect(plain(mail.text)).toContain(`Reply by ${shown}.`)
  })

  test('is accepted in its last millisecond and refused a second later, with when it ended', async () => {
    const { id, expiresAt } = await offered(night)
    expect(plain(String(await refusalOf(acceptOffer(rivera, id, later(expiresAt, 1000)))))).toBe(
      `409 This offer ended ${shown}. You can ask to join the waitlist.`,
    )
    expect((await findPlacement(rivera, id, later(expiresAt, 1000))).steps).not.toContain('accept')
    await acceptOffer(rivera, id, expiresAt)
    expect((await placementNow(id)).status).toBe('accepted')
  })

  test('goes by the server’s clock, whatever the browser’s says', async () => {
    const { id, expiresAt } = await offered(night)
    const headers = { Date: later(expiresAt, -3_600_000).toUTCString() }
    const accept = () => ask(rivera, `/placements/${id}/acceptance`, { method: 'POST', headers, body: '' })
    await setDemoClock(later(expiresAt, 1000))
    const late = await accept()
    expect(late.status).toBe(409)
    expect(plain(late.body)).toContain(`This offer ended ${shown}.`)
    await setDemoClock(later(expiresAt, -50_000))
    expect((await accept()).status).toBe(303)
  })

  test('is ended by the job a millisecond after it, not an hour before', async () => {
    const { id, expiresAt } = await offered(night)
    await lapseOffers(later(expiresAt, -3_600_000)) // others of the demo year
    expect(await isLapseDue(expiresAt)).toBe(false)
    await runDueJobs(expiresAt, lapsing)
    expect((await placementNow(id)).status).toBe('offered')
    await runDueJobs(later(expiresAt, 1), lapsing)
    expect((await placementNow(id)).status).toBe('lapsed')
  })

  test('is reminded of three days and one day before, each once', async () => {
    const { id, expiresAt } = await offered(night)
    const at = async (hours: number) => {
      await remindOfOffers(later(expiresAt, -hours * 3_600_000))
      return (await mailsTo(id, 'placement.reminder')).length
    }
    expect([await at(73), await at(72), await at(71), await at(25), await at(24), await at(23), await at(0)]).toEqual([
      0, 1, 1, 1, 2, 2, 2,
    ])
  })
})

describe('at least 24 hours to answer', () => {
  const rules = {
    replyDays: 14,
    shortReplyDays: 7,
    shortReplyUnderDays: 60,
    replyEndsDaysBefore: 28,
    leastReplyHours: 24,
  }
  const firstOpen = (on: string, time: string) => settableDays(addDays(on, 10), instantOn(on, time), rules)[0]

  test('are real hours: the day with 23 leaves too few, the day with 25 leaves one more', () => {
    expect(firstOpen('2027-03-13', '23:59')).toBe('2027-03-15')
    expect(firstOpen('2027-03-14', '00:00')).toBe('2027-03-15')
    expect(firstOpen('2027-11-06', '23:59')).toBe('2027-11-07')
    expect(firstOpen('2027-11-07', '00:30')).toBe('2027-11-07')
    expect(firstOpen('2027-11-07', '01:30')).toBe('2027-11-08')
    expect(firstOpen('2026-12-30', '23:59')).toBe('2026-12-31')
  })

  test('count days of the calendar, over a change of the clocks and the new year', () => {
    expect(replyByOn('2027-06-14', instantOn('2027-03-01', '23:30'), rules)).toBe('2027-03-15')
    expect(replyByOn('2028-02-07', instantOn('2027-10-31', '00:05'), rules)).toBe('2027-11-14')
    expect(replyByOn('2027-04-26', instantOn('2026-12-25', '12:00'), rules)).toBe('2027-01-08')
    expect(daysFrom('2027-03-13', '2027-03-15')).toBe(2)
  })
})
