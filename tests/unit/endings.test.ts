import { and, asc, eq, gt, ne } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { declineToOffer, putOnWaitlist, undoDecision } from '#app/apply/decisions.server'
import { findAlternates } from '#app/assign/alternates.server'
import { acceptOffer, askForWaitlist, declineOffer } from '#app/assign/answers.server'
import { lapseOffers } from '#app/assign/due.server'
import { cancelAndOffer, cancelPlacement, withdrawPlacement } from '#app/assign/endings.server'
import { keepList, placeList } from '#app/assign/lists.server'
import { findPlacement } from '#app/assign/placement-record.server'
import { placeStudent } from '#app/assign/placements.server'
import { isWaitlistDue, moveWaitlists } from '#app/assign/promotion.server'
import { publishDrafts } from '#app/assign/publication.server'
import { findWishFates } from '#app/assign/wish-fates.server'
import '#app/follows.server'
import { post } from '#app/mail/messages.server'
import { sendDue } from '#app/mail/sender.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { placementOf } from '#db/views'
import { seededDatabase } from '#tests/support/database'
import { brokenRules } from '#tests/support/invariants'
import { postedNow } from '#tests/support/outbox'
import { refusalOf } from '#tests/support/refusal'

const ana = staff.whitlock
const { diallo, sokolov, bell, rivera } = students
const year = '2026-27'
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)

beforeEach(async () => {
  await seededDatabase()
})

const applicationOf = async (studentId: string) =>
  (await read.query.applications.findFirst({ where: eq(t.applications.studentId, studentId) }))!
const placesOf = (studentId: string) =>
  read.query.placements.findMany({ where: eq(t.placements.studentId, studentId), orderBy: asc(t.placements.statusAt) })
const openOffer = async (studentId: string) => (await placesOf(studentId)).find(({ status }) => status === 'offered')
const endedWishes = async (studentId: string) => {
  const { id } = await applicationOf(studentId)
  const wishes = await read.query.choices.findMany({
    where: eq(t.choices.applicationId, id),
    orderBy: asc(t.choices.rank),
  })
  return wishes.map(({ hasEnded }) => hasEnded)
}
/** Rivera in block 11, published: the mail goes out in ten minutes. */
async function publishRivera() {
  const seat = {
    applicationId: (await applicationOf(rivera.personId)).id,
    openingId: opening(subInternship, '11', 'peripheral'),
  }
  const id = await placeStudent(ana, seat, now)
  await publishDrafts(ana, year, { placementIds: [id], daysSet: {} }, now)
  return id
}

describe('whoever holds a draft or an offer', () => {
  test('is not refused before it is taken back', async () => {
    const [offered, drafted] = [await applicationOf(diallo.personId), await applicationOf(bell.personId)]
    expect(await refusalOf(declineToOffer(ana, offered.id, 'No', minutes(1)))).toMatch(
      /^409 .*open offer for block 8. Cancel the offer first/,
    )
    expect(await refusalOf(declineToOffer(ana, drafted.id, 'No', minutes(1)))).toMatch(
      /^409 .*draft of this student in block 9. Remove the draft first/,
    )
    await acceptOffer(diallo, placement('diallo'), minutes(2))
    expect(await brokenRules(minutes(2))).toEqual([])
  })
  test('cannot be put back under review by an undo', async () => {
    const { id } = await applicationOf(bell.personId)
    const made = { subjectKind: 'application', subjectId: id, step: 'make eligible', from: 'submitted', to: 'eligible' }
    const by = { actorKind: 'person' as const, actorId: ana.personId, actorName: ana.name, at: minutes(1) }
    await write((tx) => tx.insert(t.events).values({ ...made, ...by }))
    expect(await refusalOf(undoDecision(ana, id, minutes(2)))).toMatch(/^409 .*Remove the draft first/)
  })
})

describe('an offer whose mail has not gone out', () => {
  const ends: [how: string, end: (id: string) => Promise<unknown>][] = [
    ['accepted', (id) => acceptOffer(rivera, id, minutes(5))],
    ['declined', (id) => declineOffer(rivera, id, undefined, minutes(5))],
    ['given up', (id) => withdrawPlacement(rivera, id, undefined, minutes(5))],
    ['cancelled', (id) => cancelPlacement(ana, id, 'A room is closed.', minutes(5))],
  ]
  test.each(ends)('is not sent any more once it is %s', async (_, end) => {
    await end(await publishRivera())
    expect((await postedNow('placement.offer')).map(({ status }) => status)).toEqual(['withdrawn'])
  })
  test('is not said to be cancelled by mail either; who saw it here finds that on its page', async () => {
    const id = await publishRivera()
    await cancelPlacement(ana, id, 'A room is closed.', minutes(5))
    expect(await postedNow('placement.cancelled')).toEqual([])
    const { standing, timeline } = await findPlacement(rivera, id, minutes(6))
    expect([standing.line, standing.next]).toEqual([
      'We had to cancel block 11. You can be placed on other dates.',
      'A room is closed.',
    ])
    expect(timeline.at(-1)).toMatchObject({ title: 'Ana Whitlock cancelled the place', at: minutes(5), when: 'now' })
    const { fates } = await findWishFates(rivera, (await applicationOf(rivera.personId)).id, minutes(6))
    expect(fates.map(({ says }) => says)).toContain('We had to cancel it')
    expect(await brokenRules(minutes(6))).toEqual([])
  })
  test('is said to be cancelled to who accepted it meanwhile', async () => {
    const id = await publishRivera()
    await acceptOffer(rivera, id, minutes(4))
    await cancelPlacement(ana, id, 'A room is closed.', minutes(5))
    expect(await postedNow('placement.cancelled')).toMatchObject([{ status: 'waiting', toAddress: rivera.email }])
  })
  test('is said to be cancelled once it has gone out', async () => {
    const id = await publishRivera()
    await sendDue({ now: minutes(10), isDemo: true })
    await cancelPlacement(ana, id, 'A room is closed.', minutes(11))
    expect(await postedNow('placement.cancelled')).toMatchObject([{ toAddress: rivera.email }])
  })
})

test('a place of a list that is taken back unsent sends no mail, unless another message told of it', async () => {
  const placed = async (student: string, at: Date) => {
    await keepList(ana, year, `Student,Block,Service,E-mail\n${student},Peripheral IR,${student[0]}@own.example\n`)
    await placeList(ana, year, at)
    const draft = (await read.query.placements.findFirst({ where: eq(t.placements.placedAt, at) }))!
    await publishDrafts(ana, year, { placementIds: [draft.id], daysSet: {} }, at)
    return draft.id
  }
  const [untold, told] = [await placed('Imani Cole,12', minutes(1)), await placed('Owen Blake,10A', minutes(2))]
  const about = { kind: 'placement', id: told }
  const confirmed = { key: 'told', kind: 'placement.confirmed', to: 'O@own.example', subject: 'It is', paragraphs: [] }
  await write((tx) => post(tx, { ...confirmed, about }, minutes(3)))
  await cancelPlacement(ana, untold, 'A room is closed.', minutes(4))
  await cancelPlacement(ana, told, 'A room is closed.', minutes(4))
  expect((await postedNow('placement.enrolled')).map(({ status }) => status)).toEqual(['withdrawn', 'withdrawn'])
  expect((await postedNow('placement.cancelled')).map(({ subjectId }) => subjectId)).toEqual([told])
})

describe('a place that we cancelled', () => {
  test('is not offered again to whom the waitlist had offered it', async () => {
    await declineOffer(diallo, placement('diallo'), undefined, minutes(1))
    await moveWaitlists(minutes(1))
    const offer = await openOffer(sokolov.personId)
    await cancelPlacement(ana, offer!.id, 'A room is closed.', minutes(2))
    expect(await moveWaitlists(minutes(2))).toBe(0)
    expect(await openOffer(sokolov.personId)).toBeUndefined()
    expect(await isWaitlistDue(minutes(3))).toBe(false)
  })
  test('is not offered again to who declines the dates offered instead', async () => {
    const [{ openingId }] = await findAlternates(ana, placement('diallo'), minutes(1))
    const wanted = { reason: 'A room is closed.', instead: openingId }
    await cancelAndOffer(ana, placement('diallo'), wanted, minutes(1))
    const offer = await openOffer(diallo.personId)
    await declineOffer(diallo, offer!.id, undefined, minutes(2))
    await moveWaitlists(minutes(3))
    expect(await openOffer(diallo.personId)).toBeUndefined()
  })
  test('can be offered again to whom we put on the waitlist later', async () => {
    await cancelPlacement(ana, placement('diallo'), 'A room is closed.', minutes(1))
    await putOnWaitlist(ana, (await applicationOf(diallo.personId)).id, minutes(2))
    await moveWaitlists(minutes(3))
    const offers = [await openOffer(diallo.personId), await openOffer(sokolov.personId)].filter(Boolean)
    expect(offers).toHaveLength(1)
  })
  test('lets no wish live again that the student declined', async () => {
    await declineOffer(diallo, placement('diallo'), undefined, minutes(1))
    const { id } = await applicationOf(diallo.personId)
    const next = await placeStudent(ana, { applicationId: id, openingId: await wished(id) }, minutes(2))
    await publishDrafts(ana, year, { placementIds: [next], daysSet: {} }, minutes(2))
    await cancelPlacement(ana, next, 'A room is closed.', minutes(3))
    expect(await endedWishes(diallo.personId)).toEqual([true, false, false, false])
  })
  /** An opening with room that this application still wishes for. */
  async function wished(applicationId: string): Promise<string> {
    const [row] = await read
      .select({ id: t.openings.id })
      .from(t.choices)
      .innerJoin(t.openings, eq(t.openings.blockId, t.choices.blockId))
      .where(and(eq(t.choices.applicationId, applicationId), eq(t.choices.hasEnded, false), eq(t.openings.seats, 1)))
      .orderBy(asc(t.choices.rank))
    return row.id
  }
})

test('where other dates are offered in the same moment, the student reads of the offer', async () => {
  const { id } = await applicationOf(diallo.personId)
  await write((tx) => tx.update(t.placements).set({ statusAt: now }).where(eq(t.placements.applicationId, id)))
  const [old] = await placesOf(diallo.personId)
  const again = { ...old, id: 'again', replacedById: null }
  await write(async (tx) => {
    await tx.update(t.placements).set({ status: 'cancelled' }).where(eq(t.placements.id, old.id))
    await tx.insert(t.placements).values(again)
    await tx.update(t.placements).set({ replacedById: 'again' }).where(eq(t.placements.id, old.id))
  })
  expect((await placementOf(id))[0]).toMatchObject({ id: 'again', status: 'offered' })
  const { fates } = await findWishFates(diallo, id, now)
  expect(fates[0].says).toBe('Offered to you')
})

test('after a lapsed offer and a decision since, the student cannot join the waitlist again', async () => {
  const late = new Date((await openOffer(diallo.personId))!.expiresAt!.getTime() + 1000)
  const after = (n: number) => new Date(late.getTime() + n * 60_000)
  await lapseOffers(late)
  expect((await findPlacement(diallo, placement('diallo'), late)).standing.line).toMatch(/You can ask to join/)
  await askForWaitlist(diallo, placement('diallo'), after(1))
  await declineToOffer(ana, (await applicationOf(diallo.personId)).id, 'No room this year', after(2))
  expect(await refusalOf(askForWaitlist(diallo, placement('diallo'), after(3)))).toMatch(
    /^409 The waitlist can be joined/,
  )
  expect((await findPlacement(diallo, placement('diallo'), after(3))).standing.line).not.toMatch(/You can ask/)
})

test('an offer that cannot lapse keeps no other from lapsing', async () => {
  const open = await read.query.placements.findMany({ where: eq(t.placements.status, 'offered') })
  expect(open.length).toBeGreaterThan(1)
  const [stuck, ...others] = open.sort((a, b) => a.expiresAt!.getTime() - b.expiresAt!.getTime())
  await write((tx) =>
    tx.update(t.applications).set({ status: 'not offered' }).where(eq(t.applications.id, stuck.applicationId!)),
  )
  const late = new Date(Math.max(...open.map(({ expiresAt }) => expiresAt!.getTime())) + 1000)
  expect(await refusalOf(lapseOffers(late))).toMatch(/^409/)
  const left = await read.query.placements.findMany({ where: eq(t.placements.status, 'offered') })
  expect(left.map(({ id }) => id)).toEqual([stuck.id])
  expect(others.length).toBeGreaterThan(0)
})

describe('what the student reads', () => {
  const newest = async (kind: string) =>
    (await postedNow(kind)).map(({ text }) => text.replaceAll('\u00a0', ' ')).join('\n')

  test('after declining the last wish does not speak of other dates', async () => {
    const { id } = await applicationOf(diallo.personId)
    await write((tx) => tx.delete(t.choices).where(and(eq(t.choices.applicationId, id), gt(t.choices.rank, 1))))
    await declineOffer(diallo, placement('diallo'), undefined, minutes(1))
    expect(await newest('placement.declined')).toContain('No other wish is left')
    const { standing } = await findPlacement(diallo, placement('diallo'), minutes(2))
    expect(standing.next).toBe('No other wish is left, so nothing more is offered on this application.')
  })
  test('before declining a block that is wished twice does not promise other dates', async () => {
    const { id } = await applicationOf(diallo.personId)
    await write((tx) => tx.delete(t.choices).where(and(eq(t.choices.applicationId, id), gt(t.choices.rank, 1))))
    const [wish] = await read.select().from(t.choices).where(eq(t.choices.applicationId, id))
    await write((tx) => tx.insert(t.choices).values({ ...wish, id: 'twice', rank: 2, serviceId: null }))
    expect((await findPlacement(diallo, placement('diallo'), minutes(1))).hasOtherWish).toBe(false)
  })
  test('after declining one of several speaks of the others', async () => {
    await declineOffer(diallo, placement('diallo'), undefined, minutes(1))
    expect(await newest('placement.declined')).toContain('You are on the waitlist for your other dates.')
  })
  test('names an agreement as ours, and counts just what is theirs to hand in', async () => {
    await write((tx) => tx.delete(t.agreements))
    await acceptOffer(diallo, placement('diallo'), minutes(1))
    const before = await findPlacement(diallo, placement('diallo'), minutes(2))
    const papers = before.missing.filter(({ isOurs }) => !isOurs)
    expect(before.missing.length).toBe(papers.length + 1)
    expect(before.standing.line).toContain(`once ${papers.length} document`)
    await write((tx) => tx.update(t.requirements).set({ phase: 'to apply' }).where(ne(t.requirements.key, 'agreement')))
    const after = await findPlacement(diallo, placement('diallo'), minutes(2))
    expect(after.standing).toMatchObject({ next: 'We act next.' })
    expect(after.standing.line).toContain('once an agreement with your school covers these days')
  })
})
