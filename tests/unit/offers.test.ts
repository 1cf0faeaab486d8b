import { and, eq, gte } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { findAlternates } from '#app/assign/alternates.server'
import { askForWaitlist } from '#app/assign/answers.server'
import { takeBackDrafts } from '#app/assign/draft-undo.server'
import { lapseOffers, remindOfOffers } from '#app/assign/due.server'
import { cancelAndOffer, withdrawPlacement } from '#app/assign/endings.server'
import { findPlacement } from '#app/assign/placement-record.server'
import { publishDrafts } from '#app/assign/publication.server'
import { putBack } from '#app/assign/put-back.server'
import { removeDraft } from '#app/assign/removal.server'
import { renewOffer } from '#app/assign/renewal.server'
import { endOf, instantOn } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { brokenRules } from '#tests/support/invariants'
import { refusalOf } from '#tests/support/refusal'

const ana = staff.whitlock
const { diallo, fontaine } = students
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

beforeEach(async () => {
  await seededDatabase()
})

/** What was written since the demo’s first morning. */
const newMessages = (kind: string) =>
  read.query.messages.findMany({ where: and(eq(t.messages.kind, kind), gte(t.messages.createdAt, now)) })
const mailsOf = async (kind: string) => (await newMessages(kind)).map(({ text }) => plain(text))
const placementsOf = (studentId: string) =>
  read.query.placements.findMany({ where: eq(t.placements.studentId, studentId), orderBy: t.placements.statusAt })
const applicationOf = async (studentId: string) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.studentId, studentId) }))!

describe('an offer that ended without a reply', () => {
  const after = instantOn('2026-12-09', '09:00')

  test('is made anew once, and the student reads what happened before', async () => {
    await lapseOffers(after)
    await renewOffer(ana, placement('diallo'), after)
    expect(await refusalOf(renewOffer(ana, placement('diallo'), after))).toMatch(/^409 .*again already/)
    const [old, draft] = await placementsOf(diallo.personId)
    expect([old.status, old.replacedById, draft.status]).toEqual(['lapsed', draft.id, 'draft'])
    expect((await applicationOf(diallo.personId)).status).toBe('eligible')
    await publishDrafts(ana, '2026-27', { placementIds: [draft.id], daysSet: {} }, after)
    const { timeline } = await findPlacement(diallo, draft.id, after)
    const told = timeline.filter(({ when }) => when !== 'later').map(({ title }) => title)
    expect(told.slice(-3)).toEqual([
      'Ana Whitlock offered block 8',
      'The offer ended without a reply',
      'Ana Whitlock offered block 8',
    ])
    expect(await brokenRules(after)).toEqual([])
  })

  test('is made anew again after the draft of the first time was removed', async () => {
    await lapseOffers(after)
    await renewOffer(ana, placement('diallo'), after)
    const [, draft] = await placementsOf(diallo.personId)
    await removeDraft(ana, draft.id, after)
    await renewOffer(ana, placement('diallo'), after)
    expect((await placementsOf(diallo.personId)).map(({ status }) => status)).toEqual(['lapsed', 'draft'])
  })

  test('stands as before once the renewal is undone: the student can ask for the waitlist, and it can be renewed', async () => {
    const minutes = (n: number) => new Date(after.getTime() + n * 60_000)
    await lapseOffers(after)
    const before = await applicationOf(diallo.personId)
    await renewOffer(ana, placement('diallo'), minutes(1))
    expect(await takeBackDrafts(ana, '2026-27', minutes(1), minutes(2))).toMatchObject([{ isBack: true }])
    expect(await applicationOf(diallo.personId)).toEqual(before)
    const { standing } = await findPlacement(diallo, placement('diallo'), minutes(3))
    expect(standing.line).toMatch(/You can ask to join the waitlist/)
    expect(await brokenRules(minutes(3))).toEqual([])
    await renewOffer(ana, placement('diallo'), minutes(4))
    await takeBackDrafts(ana, '2026-27', minutes(4), minutes(5))
    await askForWaitlist(diallo, placement('diallo'), minutes(6))
    await renewOffer(ana, placement('diallo'), minutes(7))
    await takeBackDrafts(ana, '2026-27', minutes(7), minutes(8))
    expect((await applicationOf(diallo.personId)).status).toBe('waitlisted')
    expect(await brokenRules(minutes(8))).toEqual([])
  })

  test('stands as before once the renewed draft is removed on its page, and is renewed again once that is put back', async () => {
    const minutes = (n: number) => new Date(after.getTime() + n * 60_000)
    await lapseOffers(after)
    const before = await applicationOf(diallo.personId)
    await renewOffer(ana, placement('diallo'), minutes(1))
    const [, draft] = await placementsOf(diallo.personId)
    await removeDraft(ana, draft.id, minutes(30))
    expect(await applicationOf(diallo.personId)).toEqual(before)
    expect(await placementsOf(diallo.personId)).toMatchObject([{ status: 'lapsed', replacedById: null }])
    expect(await brokenRules(minutes(30))).toEqual([])
    await putBack(ana, draft.id, minutes(31))
    const [old, again] = await placementsOf(diallo.personId)
    expect([old.replacedById, again.status, again.openingId]).toEqual([again.id, 'draft', draft.openingId])
    expect((await applicationOf(diallo.personId)).status).toBe('eligible')
    expect(await brokenRules(minutes(31))).toEqual([])
    await removeDraft(ana, again.id, minutes(32))
    expect(await applicationOf(diallo.personId)).toEqual(before)
  })

  test('is not made anew once the seat is taken, nor while it is open', async () => {
    expect(await refusalOf(renewOffer(ana, placement('diallo'), now))).toMatch(/^409 Only an offer that ended/)
    await lapseOffers(after)
    await write((tx) => tx.update(t.services).set({ mostStudents: 0 }).where(eq(t.services.slug, 'neuro')))
    expect(plain(String(await refusalOf(renewOffer(ana, placement('diallo'), after))))).toMatch(/^409 Neuro IR is full/)
    expect((await applicationOf(diallo.personId)).status).toBe('not offered')
  })
})

test('an offer made two days before its end is reminded of one day before, not at once', async () => {
  const [{ id }] = await placementsOf(diallo.personId)
  const [expiresAt, statusAt] = [endOf('2026-12-08'), instantOn('2026-12-07', '00:30')]
  await lapseOffers(instantOn('2026-12-06', '00:00'))
  await write((tx) => tx.update(t.placements).set({ expiresAt, statusAt }).where(eq(t.placements.id, id)))
  const reminded = async (at: Date) => {
    await remindOfOffers(at)
    return (await mailsOf('placement.reminder')).length
  }
  expect(await reminded(instantOn('2026-12-07', '00:40'))).toBe(0)
  expect(await reminded(instantOn('2026-12-08', '00:00'))).toBe(1)
  expect(await reminded(instantOn('2026-12-08', '12:00'))).toBe(1)
})

test('an offer that is cancelled while reminders are written is not reminded of', async () => {
  const at = instantOn('2026-12-06', '10:00')
  await Promise.all([cancelAndOffer(ana, placement('diallo'), { reason: 'A room is closed.' }, at), remindOfOffers(at)])
  expect((await newMessages('placement.reminder')).map(({ subjectId }) => subjectId)).not.toContain(placement('diallo'))
})

describe('a cancellation by us', () => {
  test('offers first the other dates that the student asked for and that have room', async () => {
    const alternates = await findAlternates(ana, placement('diallo'), now)
    expect(alternates.length).toBeGreaterThan(0)
    expect(alternates.map(({ rank }) => rank)).toEqual(alternates.map(({ rank }) => rank).sort())
    const [{ openingId }] = alternates
    await cancelAndOffer(ana, placement('diallo'), { reason: 'A room is closed.', instead: openingId }, now)
    const all = await placementsOf(diallo.personId)
    const [old, offer] = ['cancelled', 'offered'].map((status) => all.find((it) => it.status === status)!)
    expect([old.replacedById, offer.openingId]).toEqual([offer.id, openingId])
    const [cancelled] = await mailsOf('placement.cancelled')
    expect(cancelled).toContain('We offer you other dates instead: a second message says which.')
    expect(await mailsOf('placement.offer')).toHaveLength(1)
    expect((await applicationOf(diallo.personId)).status).toBe('eligible')
    expect(await brokenRules(now)).toEqual([])
  })

  test('is said to the coordinator, with what is offered instead, on whose page they go on', async () => {
    const [{ openingId }] = await findAlternates(ana, placement('diallo'), now)
    const body = new URLSearchParams({ reason: 'The suite is rebuilt.', choice: openingId })
    const cancel = () => ask(ana, `/placements/${placement('diallo')}/cancellation`, { method: 'POST', body })
    const { said, location } = await cancel()
    const [, offer] = await placementsOf(diallo.personId)
    expect(location).toBe(`/placements/${offer.id}`)
    expect(plain(said!.text)).toMatch(
      /^Cancelled: Amara Diallo has lost block 8, .*, on neuro IR, and is offered block \d+, .*\.$/,
    )
    expect((await cancel()).said?.text).toMatch(/had been cancelled already/)
  })

  test('leaves the place as it was when the other dates are full meanwhile', async () => {
    const [{ openingId }] = await findAlternates(ana, placement('diallo'), now)
    await write((tx) => tx.update(t.openings).set({ seats: 0 }).where(eq(t.openings.id, openingId)))
    const cancelling = cancelAndOffer(ana, placement('diallo'), { reason: 'No.', instead: openingId }, now)
    expect(await refusalOf(cancelling)).toMatch(/^409 .*No seats here/)
    expect((await placementsOf(diallo.personId)).map(({ status }) => status)).toEqual(['offered'])
    const body = new URLSearchParams({ reason: 'The suite is rebuilt.', choice: openingId })
    const page = await ask(ana, `/placements/${placement('diallo')}/cancellation`, { method: 'POST', body })
    expect(page.status).toBe(409)
    expect(page.body).toContain('No seats here')
    expect(page.body).toContain('The suite is rebuilt.</textarea>')
  })
})

test('giving a place up late is told to the school, and marks nobody', async () => {
  const late = instantOn('2027-01-20', '09:00')
  await withdrawPlacement(fontaine, placement('fontaine'), undefined, late)
  expect(await mailsOf('placement.school-told')).toHaveLength(1)
  const { status, reason } = await applicationOf(fontaine.personId)
  expect([status, reason]).toEqual(['withdrawn', null])
  const { standing } = await findPlacement(fontaine, placement('fontaine'), late)
  expect(standing.line).toBe('You withdrew on January\u00a020.')
})

test('giving up an offer that was never accepted is told to the student, and not to the school', async () => {
  await withdrawPlacement(diallo, placement('diallo'), undefined, now)
  expect(await mailsOf('placement.school-told')).toEqual([])
  const [said, ...more] = await newMessages('placement.withdrawn')
  expect([said.subject, more]).toEqual(['Your offer for block 8 has ended', []])
})
