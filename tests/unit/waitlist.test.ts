import { and, eq, gte, inArray } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { putOnWaitlist } from '#app/apply/decisions.server'
import { declineOffer } from '#app/assign/answers.server'
import { lapseOffers } from '#app/assign/due.server'
import { cancelPlacement, withdrawPlacement } from '#app/assign/endings.server'
import { isWaitlistDue, moveWaitlists } from '#app/assign/promotion.server'
import { publishedBy, retractOffers } from '#app/assign/publication.server'
import { pauseWaitlist, reorderWaitlist, resumeWaitlist, undoOrder } from '#app/assign/waitlist-changes.server'
import { findWaitlist } from '#app/assign/waitlist-line.server'
import { offerFromWaitlist } from '#app/assign/waitlist-offers.server'
import { saidOf } from '#app/assign/waitlist-words'
import { findToday } from '#app/today/today.server'
import { changeText } from '#app/workflow/change'
import { endOf, instantOn } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { block } from '#db/seed/calendar'
import { staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { brokenRules } from '#tests/support/invariants'
import { refusalOf } from '#tests/support/refusal'

const [ana] = [staff.whitlock]
const { diallo, sokolov, adeyemi, mensah, goldberg } = students
const neuro8 = opening(subInternship, '8', 'neuro')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

beforeEach(async () => {
  await seededDatabase()
})

const isPlaceable = inArray(t.applications.status, ['eligible', 'waitlisted'])
const placesOf = (studentId: string) =>
  read.query.placements.findMany({ where: eq(t.placements.studentId, studentId), orderBy: t.placements.statusAt })
const openOffer = async (studentId: string) => (await placesOf(studentId)).find(({ status }) => status === 'offered')
const mailsTo = async (kind: string) => {
  const mails = await read.query.messages.findMany({
    where: and(eq(t.messages.kind, kind), gte(t.messages.createdAt, now)),
  })
  return mails.map(({ toAddress, text }) => `${toAddress}: ${text}`.replaceAll('\u00a0', ' '))
}

describe('a seat that somebody waits for', () => {
  test('is not offered while it is taken', async () => {
    expect(await isWaitlistDue(now)).toBe(false)
    expect(await moveWaitlists(now)).toBe(0)
  })

  const frees: [how: string, free: (at: Date) => Promise<unknown>, at: Date][] = [
    ['declined', (at) => declineOffer(diallo, placement('diallo'), undefined, at), minutes(1)],
    ['left without a reply', (at) => lapseOffers(at), instantOn('2026-12-09', '00:00')],
    ['given up', (at) => withdrawPlacement(diallo, placement('diallo'), undefined, at), minutes(1)],
    ['cancelled', (at) => cancelPlacement(ana, placement('diallo'), 'A room is closed.', at), minutes(1)],
    ['added', (at) => addSeat(at), minutes(1)],
  ]
  const addSeat = async (_: Date) => {
    await write((tx) => tx.update(t.services).set({ mostStudents: 2 }).where(eq(t.services.slug, 'neuro')))
    await write((tx) => tx.update(t.openings).set({ seats: 2 }).where(eq(t.openings.id, neuro8)))
  }
  test.each(frees)('is offered to the next once it is %s, with a deadline of their own', async (_, free, at) => {
    await free(at)
    expect(await isWaitlistDue(at)).toBe(true)
    expect(await moveWaitlists(at)).toBe(1)
    expect(await moveWaitlists(at)).toBe(0)
    const offer = await openOffer(sokolov.personId)
    expect(offer).toMatchObject({ openingId: neuro8, placedById: null })
    const isLate = at > minutes(2)
    expect(offer?.expiresAt).toEqual(endOf(isLate ? '2026-12-16' : '2026-12-08'))
    expect(await mailsTo('placement.offer')).toHaveLength(1)
    const steps = await read.query.events.findMany({ where: eq(t.events.subjectId, offer!.id) })
    expect(steps.map(({ step, actorName }) => [step, actorName]).sort()).toEqual([
      ['offer', 'The waitlist'],
      ['place', 'The waitlist'],
    ])
    expect(await brokenRules(at)).toEqual([])
  })
})

const wait = { yearId: '2026-27', openingId: neuro8 }
const setDay = (set: Partial<typeof t.profiles.$inferInsert>, personId: string) =>
  write((tx) => tx.update(t.profiles).set(set).where(eq(t.profiles.personId, personId)))

describe('whose turn it is', () => {
  const neuro7 = opening(subInternship, '7', 'neuro')
  const at7 = { yearId: '2026-27', openingId: neuro7 }
  const names = async () => (await findWaitlist(ana, at7, now)).students.map(({ name }) => name)
  const applicationOf = async (studentId: string) =>
    (await read.query.applications.findFirst({ where: eq(t.applications.studentId, studentId) }))!.id
  const free7 = () => withdrawPlacement(adeyemi, placement('adeyemi'), undefined, now)

  test('follows the order of the proposal until the coordinator puts somebody elsewhere, with a reason', async () => {
    const [first, second] = await names()
    const last = { applicationId: await applicationOf(second === mensah.name ? mensah.personId : goldberg.personId) }
    const move = { ...last, place: 1, reason: 'Agreed with the school.' }
    expect(await reorderWaitlist(ana, at7, move, now)).toMatchObject({ place: 1, isNew: true })
    expect(await reorderWaitlist(ana, at7, move, now)).toMatchObject({ place: 1, isNew: false })
    expect(await names()).toEqual([second, first])
    const { changes } = await findWaitlist(ana, at7, now)
    expect(changes[0]).toMatchObject({ by: ana.name, step: 'order' })
    expect(changes[0].changes?.map(changeText)).toEqual([
      `${second}’s place: 2nd → 1st`,
      'Reason: Agreed with the school.',
    ])
    await undoOrder(ana, at7, now)
    expect(await names()).toEqual([first, second])
    expect(await refusalOf(undoOrder(ana, at7, now))).toMatch(/^409/)
    expect(
      await refusalOf((async () => reorderWaitlist(students.mensah, at7, { ...last, place: 1, reason: 'Me' }, now))()),
    ).toMatch(/^403/)
  })

  test('goes by itself only until 42 days before the start; after that the coordinator is asked and sets the day', async () => {
    await free7()
    expect(await moveWaitlists(now)).toBe(0)
    const { queues } = await findToday(ana, now)
    expect(queues).toContainEqual(
      expect.objectContaining({ count: 1, to: '/waitlist/2026-27', label: 'Free seats to offer to the waitlist' }),
    )
    const [first] = (await findWaitlist(ana, at7, now)).students
    expect(saidOf(await findWaitlist(ana, at7, now)).line).toBe(`A seat is free: it is ${first.name}’s turn. Offer it.`)
    const { day } = await offerFromWaitlist(ana, { ...at7, applicationId: first.id }, undefined, now)
    expect((await openOffer(first.personId))?.expiresAt).toEqual(endOf(day))
    expect(await brokenRules(now)).toEqual([])
    expect((await findToday(ana, now)).queues.map(({ label }) => label)).not.toContain(
      'Free seats to offer to the waitlist',
    )
  })

  test.each([
    ['an address', true],
    ['no address', false],
  ])('offered by the coordinator to a student with %s, is no publication to be undone', async (_, hasAddress) => {
    const [first] = (await findWaitlist(ana, at7, now)).students
    if (!hasAddress) await write((tx) => tx.delete(t.addresses).where(eq(t.addresses.personId, first.personId)))
    await free7()
    await offerFromWaitlist(ana, { ...at7, applicationId: first.id }, undefined, now)
    expect(await mailsTo('placement.offer')).toHaveLength(hasAddress ? 1 : 0)
    expect(await publishedBy(ana, at7.yearId, minutes(1))).toEqual([])
    expect(await refusalOf(retractOffers(ana, at7.yearId, now, minutes(1)))).toMatch(
      /^409 There is nothing to take back/,
    )
    expect(await openOffer(first.personId)).toBeDefined()
  })

  test('passes over who can no longer have the seat: they and the coordinator are told why, once', async () => {
    const [first, second] = (await findWaitlist(ana, at7, now)).students
    await setDay({ surgeryDoneOn: '2027-03-26' }, first.personId)
    await free7()
    await moveWaitlists(now)
    await moveWaitlists(minutes(1))
    const why = 'Medicine and surgery clerkships are done March 26, after the first day'
    const [told, ...more] = await mailsTo('waitlist.skipped')
    expect(more).toEqual([])
    expect(told).toContain(`We could not offer it to you: ${why}.`)
    const after = await findWaitlist(ana, at7, now)
    expect(after.next?.name).toBe(second.name)
    expect(after.students[0]).toMatchObject({
      name: first.name,
      forbids: expect.stringMatching(/clerkships are done/),
      skippedAt: now,
    })
    const skips = await read.query.events.findMany({
      where: and(eq(t.events.subjectId, neuro7), eq(t.events.step, 'skip')),
    })
    expect(skips).toHaveLength(1)
    await setDay({ surgeryDoneOn: '2026-01-30' }, first.personId)
    await moveWaitlists(minutes(2))
    expect((await findWaitlist(ana, at7, now)).students[0]).toMatchObject({ forbids: null, skippedAt: null })
  })

  test('is nobody’s while the coordinator has paused it', async () => {
    await pauseWaitlist(ana, wait, 'We may close this block.', now)
    await declineOffer(diallo, placement('diallo'), undefined, now)
    expect(await moveWaitlists(now)).toBe(0)
    expect(saidOf(await findWaitlist(ana, wait, now))).toMatchObject({
      tag: 'Paused',
      line: 'Paused: We may close this block.',
    })
    const page = await ask(ana, `/waitlist/${wait.yearId}/${wait.openingId}`)
    expect(page.body).toContain('End the pause')
    await resumeWaitlist(ana, wait, minutes(5))
    expect(await moveWaitlists(minutes(5))).toBe(1)
    const { changes } = await findWaitlist(ana, wait, now)
    expect(changes.map(({ step }) => step)).toEqual(['resume', 'pause'])
    expect(changes.flatMap((it) => it.changes).map((it) => it?.label)).toEqual(['Pause ended', 'Paused'])
  })

  test('is full though nobody waits for it, and free for nobody once the offer that holds it is declined', async () => {
    await write((tx) => tx.update(t.applications).set({ status: 'withdrawn' }).where(isPlaceable))
    const { students: none, ...stand } = await findWaitlist(ana, wait, now)
    expect([none, saidOf(stand)]).toEqual([[], expect.objectContaining({ tag: 'Full' })])
    expect(saidOf(stand).line).toMatch(/^Full: 1 of 1\. A seat that becomes free/)
    await write((tx) =>
      tx
        .update(t.placements)
        .set({ status: 'lapsed' })
        .where(eq(t.placements.id, placement('diallo'))),
    )
    expect(saidOf(await findWaitlist(ana, wait, now)).line).toBe('A seat is free, and nobody waits for it.')
  })

  test('that was never offered is the proposal’s while somebody is to be placed, else the coordinator’s to offer', async () => {
    await write((tx) => tx.delete(t.placements).where(eq(t.placements.openingId, neuro8)))
    const hers = eq(t.applications.studentId, diallo.personId)
    await write((tx) => tx.update(t.applications).set({ status: 'withdrawn' }).where(hers))
    expect(saidOf(await findWaitlist(ana, wait, now)).line).toMatch(/propose places first/)
    await write((tx) =>
      tx.update(t.applications).set({ status: 'withdrawn' }).where(eq(t.applications.status, 'eligible')),
    )
    const found = await findWaitlist(ana, wait, now)
    expect(saidOf(found).line).toBe(
      `A seat is free, and none here was offered yet: offer it to ${found.students[0].name} on the opening’s page.`,
    )
    await offerFromWaitlist(ana, { ...wait, applicationId: found.students[0].id }, undefined, now)
    expect(saidOf(await findWaitlist(ana, wait, now)).tag).toBe('Full')
  })

  test('is first that of whoever can be placed, stands before, and is not decided about', async () => {
    await declineOffer(diallo, placement('diallo'), undefined, now)
    const [better, worse] = [await applicationOf(mensah.personId), await applicationOf(sokolov.personId)]
    await write(async (tx) => {
      await tx.update(t.applications).set({ status: 'eligible' }).where(eq(t.applications.id, better))
      await tx
        .update(t.choices)
        .set({ blockId: block('8') })
        .where(eq(t.choices.applicationId, better))
      await tx
        .update(t.reviews)
        .set({ scores: { why: 3 } })
        .where(eq(t.reviews.applicationId, better))
      await tx
        .update(t.reviews)
        .set({ scores: { why: 0 } })
        .where(eq(t.reviews.applicationId, worse))
    })
    expect(await moveWaitlists(now)).toBe(0)
    expect(saidOf(await findWaitlist(ana, wait, now)).line).toBe(
      'Kofi Mensah can be placed here and stands first: decide.',
    )
    await putOnWaitlist(ana, better, now)
    expect(await moveWaitlists(now)).toBe(1)
    expect((await openOffer(mensah.personId))?.openingId).toBe(neuro8)
    expect((await mailsTo('application.decided'))[0]).toContain('We cannot promise one.')
  })
})

test('fifty callers at once offer a seat that became free to one student', async () => {
  await declineOffer(diallo, placement('diallo'), undefined, now)
  await Promise.all(Array.from({ length: 50 }, () => moveWaitlists(now)))
  const open = await read.query.placements.findMany({
    where: and(eq(t.placements.openingId, neuro8), eq(t.placements.status, 'offered')),
  })
  expect(open).toHaveLength(1)
  expect(await mailsTo('placement.offer')).toHaveLength(1)
  expect(await brokenRules(now)).toEqual([])
})
