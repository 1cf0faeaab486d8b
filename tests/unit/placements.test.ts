import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { acceptOffer, askForWaitlist, declineOffer } from '#app/assign/answers.server'
import { replyByOn, settableDays } from '#app/assign/deadline.server'
import { takeBackDrafts } from '#app/assign/draft-undo.server'
import { cancelUnconfirmed, completeOver, lapseOffers } from '#app/assign/due.server'
import { cancelPlacement, withdrawPlacement } from '#app/assign/endings.server'
import { findPlacement } from '#app/assign/placement-record.server'
import { overbook, pinPlacement, placeStudent } from '#app/assign/placements.server'
import { publishDrafts, retractOffers } from '#app/assign/publication.server'
import { putBack } from '#app/assign/put-back.server'
import { removeDraft } from '#app/assign/removal.server'
import { endOf, instantOn } from '#app/workflow/day.server'
import { eventsOf } from '#app/workflow/events.server'
import { brokenRules } from '#tests/support/invariants'
import { postedNow } from '#tests/support/outbox'
import '#app/follows.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { attendings, staff, students } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'

const [ana, joel, adler] = [staff.whitlock, staff.pierce, attendings.adler]
const now = demoStartsAt
const year = '2026-27'
const later = (ms: number) => new Date(now.getTime() + ms)

beforeEach(async () => {
  await seededDatabase()
})

const applicationOf = async (studentId: string) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.studentId, studentId) }))!
const placementOf = async (studentId: string) =>
  (await read.query.placements.findFirst({ where: eq(t.placements.studentId, studentId) }))!
const standing = async (studentId: string) => [
  (await placementOf(studentId))?.status,
  (await applicationOf(studentId)).status,
]

async function openingIn(block: string): Promise<string> {
  const [row] = await read
    .select({ id: t.openings.id })
    .from(t.openings)
    .innerJoin(t.blocks, eq(t.blocks.id, t.openings.blockId))
    .innerJoin(t.services, eq(t.services.id, t.openings.serviceId))
    .where(and(eq(t.blocks.name, block), eq(t.services.name, 'Peripheral IR')))
  return row.id
}
const rivera = async (block: string) => ({
  applicationId: (await applicationOf(students.rivera.personId)).id,
  openingId: await openingIn(block),
})
/** How it was refused; null when it was done. Days are written with a space that does not break. */
const refusal = async (work: () => Promise<unknown>) => {
  const error = await work().then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return error instanceof Response ? `${error.status} ${await error.text()}`.replaceAll('\u00a0', ' ') : error
}
const publish = async (studentId: string, at = now) =>
  publishDrafts(ana, year, { placementIds: [(await placementOf(studentId)).id], daysSet: {} }, at)

describe('a coordinator', () => {
  test('goes on from a step of a draft that is gone to the board of its year, and a student to what waits for them', async () => {
    const id = await placeStudent(ana, await rivera('11'), now)
    const steps = ['removal', 'removal/undo', 'pin', 'unpinning', 'renewal']
    const ways = async (me: Person) =>
      new Set(await Promise.all(steps.map(async (step) => (await ask(me, `/placements/${id}/${step}`)).location)))
    expect(await ways(ana)).toEqual(new Set([`/placements/${id}`]))
    await removeDraft(ana, id, now)
    const again = await ask(ana, `/placements/${id}/removal`, { method: 'POST' })
    expect([again.status, again.body]).toEqual([409, expect.stringContaining('This draft has been removed already.')])
    expect((await ask(ana, `/placements/${id}/pin`, { method: 'POST' })).status).toBe(409)
    expect(await ways(ana)).toEqual(new Set([`/board/${year}`]))
    expect(await ways(students.rivera)).toEqual(new Set(['/today']))
    expect((await ask(ana, '/placements/none/removal')).location).toBe('/board')
  })

  test('places a student where she asked and there is room, and takes the draft away again', async () => {
    const id = await placeStudent(ana, await rivera('11'), now)
    expect(await standing(students.rivera.personId)).toEqual(['draft', 'eligible'])
    await removeDraft(ana, id, now)
    expect(await placementOf(students.rivera.personId)).toBeUndefined()
    const steps = await read.query.events.findMany({ where: eq(t.events.subjectId, id) })
    expect(steps.map(({ step }) => step).sort()).toEqual(['place', 'remove'])
  })
  test('is told what forbids a place', async () => {
    expect(await refusal(async () => placeStudent(ana, await rivera('10'), now))).toMatch(
      /^409 .*affiliates until December 29\.$/,
    )
    expect(await refusal(async () => placeStudent(ana, await rivera('9'), now))).toMatch(/^409 .*Not asked for/)
    expect(await refusal(async () => placeStudent(attendings.duarte, await rivera('11'), now))).toMatch(/^403/)
  })
  test('publishes an offer until December 8 and can take it back within ten minutes', async () => {
    await placeStudent(ana, await rivera('11'), later(-1000))
    expect(await publish(students.rivera.personId)).toBe(1)
    expect((await placementOf(students.rivera.personId)).expiresAt).toEqual(endOf('2026-12-08'))
    expect(await retractOffers(ana, year, now, later(599_000))).toBe(1)
    expect(await standing(students.rivera.personId)).toEqual(['draft', 'eligible'])
    expect(await refusal(async () => retractOffers(ana, year, now, later(599_000)))).toMatch(/^409/)
    const mails = await postedNow('placement.offer')
    expect(mails.map(({ status }) => status)).toEqual(['withdrawn'])
  })
  test('cancels a place with a reason: the application can be placed again', async () => {
    const { id } = await placementOf(students.fontaine.personId)
    await cancelPlacement(ana, id, 'The room is rebuilt.', now)
    expect(await standing(students.fontaine.personId)).toEqual(['cancelled', 'eligible'])
  })
})

test('the program director alone overbooks, with a reason', async () => {
  const wanted = await rivera('10')
  expect(await refusal(async () => overbook(ana, wanted, 'Why not', now))).toMatch(/^403/)
  await overbook(adler, wanted, 'A second attending teaches.', now)
  expect((await placementOf(students.rivera.personId)).isOverbooked).toBe(true)
})

describe('the reasons on the page of a place', () => {
  const reasonsFor = async (me: Person, id: string) =>
    (await findPlacement(me, id, now)).timeline.flatMap(({ title, reason }) => (reason ? [`${title}: ${reason}`] : []))

  test('say to staff why it is beyond the seats, and nothing of it to the student', async () => {
    const id = await overbook(adler, await rivera('10'), 'A second attending teaches.', now)
    expect(await reasonsFor(ana, id)).toEqual([
      'Dr. Adler drafted the place beyond the seats: A second attending teaches.',
    ])
    expect((await ask(ana, `/placements/${id}`)).body).toContain('Reason: A second attending teaches.')
    await publish(students.rivera.personId)
    const mine = await findPlacement(students.rivera, id, now)
    expect(JSON.stringify(mine)).not.toContain('A second attending')
  })
  test('say to staff why the student gave it up', async () => {
    const { id } = await placementOf(students.fontaine.personId)
    await withdrawPlacement(students.fontaine, id, 'I move abroad.', now)
    expect(await reasonsFor(ana, id)).toEqual([expect.stringMatching(/ gave the place up: I move abroad\.$/)])
    expect(await reasonsFor(students.fontaine, id)).toEqual([])
  })
})

describe('a place beyond the seats that was removed', () => {
  const removed = async () => {
    const id = await overbook(adler, await rivera('10'), 'A second attending teaches.', now)
    await removeDraft(ana, id, later(60_000))
    return id
  }
  const minutes = (n: number) => later(n * 60_000)
  const REASON = 'Put back as Dr. Adler had placed it. A second attending teaches.'

  test('is put back by who removed it, as it was and with its reason', async () => {
    const id = await removed()
    expect(await refusal(async () => putBack(joel, id, minutes(2)))).toMatch(/^404/)
    await putBack(ana, id, minutes(2))
    const back = await placementOf(students.rivera.personId)
    expect(back).toMatchObject({ isOverbooked: true, status: 'draft', placedById: ana.personId })
    const [told] = await eventsOf('placement', back.id)
    expect([told.step, told.note]).toEqual(['overbook', REASON])
    expect(await refusal(async () => putBack(ana, id, minutes(3)))).toMatch(/^409 .*Already placed/)
    expect(await brokenRules(minutes(3))).toEqual([])
  })
  test('stays away, with why, once its minutes are over', async () => {
    expect(await refusal(async () => putBack(ana, await removed(), minutes(11)))).toMatch(
      /^409 Held for .*: a place beyond the seats is put back only within 10 minutes\. The program director can/,
    )
  })
  test('stays away once somebody took a seat there, who is named', async () => {
    const id = await removed()
    const taken = await rivera('10')
    await write((tx) =>
      tx
        .update(t.placements)
        .set({ placedAt: minutes(2), placedById: joel.personId, openingId: taken.openingId })
        .where(eq(t.placements.id, placement('bell'))),
    )
    expect(await refusal(async () => putBack(ana, id, minutes(3)))).toMatch(
      /^409 Joel Pierce placed Bell here 1 minute ago\. .*: a place beyond the seats is put back only if nobody took one since\. The program director/,
    )
  })
  test('comes back by the Undo of the board too', async () => {
    await overbook(adler, await rivera('10'), 'A second attending teaches.', now)
    const [{ id }] = await takeBackDrafts(adler, year, now, minutes(1))
    await putBack(adler, id, minutes(2))
    expect(await placementOf(students.rivera.personId)).toMatchObject({ isOverbooked: true })
  })
})

test('a draft that was removed is put back pinned as it was, while there is room', async () => {
  const id = await placeStudent(ana, await rivera('11'), now)
  await pinPlacement(ana, id, true, now)
  await removeDraft(ana, id, later(1))
  await putBack(ana, id, later(3_600_000))
  expect(await placementOf(students.rivera.personId)).toMatchObject({ isPinned: true, isOverbooked: false })
})

describe('a student', () => {
  test('accepts until the last millisecond, and is too late one second after it', async () => {
    const { id, expiresAt } = await placementOf(students.diallo.personId)
    const late = new Date(expiresAt!.getTime() + 1000)
    expect(await refusal(async () => acceptOffer(students.diallo, id, late))).toMatch(
      /^409 This offer ended Tuesday, December 8/,
    )
    await acceptOffer(students.diallo, id, expiresAt!)
    expect((await standing(students.diallo.personId))[1]).toBe('placed')
    await acceptOffer(students.diallo, id, expiresAt!)
  })
  test('declines: only that block’s wish ends, the application waits', async () => {
    const { id } = await placementOf(students.diallo.personId)
    await declineOffer(students.diallo, id, 'Other plans', now)
    expect(await standing(students.diallo.personId)).toEqual(['declined', 'waitlisted'])
    const wishes = await read.query.choices.findMany({
      where: eq(t.choices.applicationId, (await applicationOf(students.diallo.personId)).id),
      orderBy: t.choices.rank,
    })
    expect(wishes.map(({ hasEnded }) => hasEnded)).toEqual([true, false, false, false])
  })
  test('gives a place up: the school is told', async () => {
    const { id } = await placementOf(students.fontaine.personId)
    await withdrawPlacement(students.fontaine, id, undefined, now)
    expect(await standing(students.fontaine.personId)).toEqual(['withdrawn', 'withdrawn'])
    const told = await postedNow('placement.school-told')
    expect(told).toHaveLength(1)
  })
  test('finds another student’s offer not there', async () => {
    const { id } = await placementOf(students.diallo.personId)
    expect(await refusal(async () => acceptOffer(students.rivera, id, now))).toMatch(/^404/)
  })
})

describe('by itself', () => {
  test('an offer ends a millisecond after its instant, once, and the student may ask for the waitlist', async () => {
    const { id, expiresAt } = await placementOf(students.diallo.personId)
    await lapseOffers(expiresAt!)
    expect(await standing(students.diallo.personId)).toEqual(['offered', 'eligible'])
    const after = new Date(expiresAt!.getTime() + 1)
    await lapseOffers(after)
    await lapseOffers(after)
    expect(await standing(students.diallo.personId)).toEqual(['lapsed', 'not offered'])
    await askForWaitlist(students.diallo, id, after)
    expect(await standing(students.diallo.personId)).toEqual(['lapsed', 'waitlisted'])
  })
  test('a place not confirmed on its first day is cancelled, not the day before', async () => {
    await cancelUnconfirmed(instantOn('2027-01-31', '23:59'))
    expect(await standing(students.fontaine.personId)).toEqual(['accepted', 'placed'])
    await cancelUnconfirmed(instantOn('2027-02-01', '00:00'))
    expect(await standing(students.fontaine.personId)).toEqual(['cancelled', 'eligible'])
  })
  test('a confirmed rotation is completed the day after its last day', async () => {
    await completeOver(instantOn('2026-12-18', '23:59'))
    expect((await standing(students.weiss.personId))[0]).toBe('confirmed')
    await completeOver(instantOn('2026-12-19', '00:00'))
    expect((await standing(students.weiss.personId))[0]).toBe('completed')
  })
})

describe('a deadline', () => {
  const rules = {
    replyDays: 14,
    shortReplyDays: 7,
    shortReplyUnderDays: 60,
    replyEndsDaysBefore: 28,
    leastReplyHours: 24,
  }
  const at = (day: string, time = '09:00') => instantOn(day, time)
  test.each([
    ['14 days where the start is 60 days away', '2027-01-25', at('2026-11-26'), '2026-12-10'],
    ['7 days where it is 59 days away', '2027-01-25', at('2026-11-27'), '2026-12-04'],
    ['never later than 28 days before, across New Year', '2027-02-01', at('2026-12-30'), '2027-01-04'],
    ['none where 28 days before leaves under 24 hours', '2027-02-01', at('2027-01-04'), null],
  ])('%s', (_, firstOn, made, day) => expect(replyByOn(firstOn, made, rules)).toBe(day))
  test('ends at 11:59 PM also in the nights when the clocks change', () => {
    expect(endOf('2027-03-14').toISOString()).toBe('2027-03-15T06:59:59.999Z')
    expect(endOf('2026-11-01').toISOString()).toBe('2026-11-02T07:59:59.999Z')
  })
  test('that the coordinator sets leaves 24 hours and lies before the first day', () => {
    const days = settableDays('2027-02-01', at('2027-01-28', '23:59'), rules)
    expect(days).toEqual(['2027-01-29', '2027-01-30', '2027-01-31'])
  })
})

test('fifty coordinators’ commands for the last seat: one is done, 49 are told who took it', async () => {
  const wanted = await rivera('11')
  const [profile] = await read.select().from(t.profiles).where(eq(t.profiles.personId, students.rivera.personId))
  const [{ id: _, ...application }] = await read
    .select()
    .from(t.applications)
    .where(eq(t.applications.id, wanted.applicationId))
  const opening = (await read.query.openings.findFirst({ where: eq(t.openings.id, wanted.openingId) }))!
  const many = Array.from({ length: 50 }, (_, at) => `racer${at}`)
  await write(async (tx) => {
    for (const id of many) {
      await tx.insert(t.people).values({ id, name: `Student ${id}`, familyName: id, createdAt: now })
      await tx.insert(t.profiles).values({ ...profile, personId: id })
      await tx.insert(t.applications).values({ ...application, id, studentId: id, reference: id })
      await tx.insert(t.choices).values({ applicationId: id, rank: 1, blockId: opening.blockId, serviceId: null })
    }
  })
  const outcomes = await Promise.all(
    many.map((id, at) =>
      refusal(async () => placeStudent(at % 2 ? ana : joel, { applicationId: id, openingId: opening.id }, now)),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1)
  const told = /^409 (Ana Whitlock|Joel Pierce) placed racer\d+ here just now\. Full: 1 of 1\.$/
  expect(outcomes.filter((outcome) => told.test(String(outcome)))).toHaveLength(49)
  expect(await read.query.placements.findMany({ where: eq(t.placements.openingId, opening.id) })).toHaveLength(1)
})

test('whoever was to work with a student who gives up the place is free again, and told so; the days before stand', async () => {
  const weiss = students.weiss
  const { id } = await placementOf(weiss.personId)
  await withdrawPlacement(weiss, id, undefined, now)
  const left = await read.select().from(t.pairings).where(eq(t.pairings.placementId, id))
  expect(left.map(({ firstOn, lastOn }) => [firstOn, lastOn])).toEqual([['2026-11-23', '2026-11-23']])
  const told = await read.select().from(t.messages).where(eq(t.messages.kind, 'pairing.freed'))
  expect(
    told.map(({ toAddress, subject }) => `${toAddress.split('@')[0]}: ${subject}`.replaceAll('\u00a0', ' ')),
  ).toEqual([
    'priya.raman: Jonah Weiss does not work with you November 24 – 27',
    'elias.brandt: Jonah Weiss does not work with you November 30 – December 11',
    'tomas.okafor: Jonah Weiss does not work with you December 14 – 18',
  ])
})
