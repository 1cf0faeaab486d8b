import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { findAlternates } from '#app/assign/alternates.server'
import { acceptOffer } from '#app/assign/answers.server'
import { findBoard } from '#app/assign/board.server'
import { takeBackDrafts } from '#app/assign/draft-undo.server'
import { cancelPlacement } from '#app/assign/endings.server'
import { keepList, placeList } from '#app/assign/lists.server'
import { overbook, placeStudent } from '#app/assign/placements.server'
import { publishDrafts, retractOffers } from '#app/assign/publication.server'
import { putBack } from '#app/assign/put-back.server'
import { removeDraft } from '#app/assign/removal.server'
import { findReplies } from '#app/assign/replies.server'
import { repliesText, retractionText } from '#app/assign/reply'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { attendings, staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { demoStartsAt as now } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const ana = staff.whitlock
const year = '2026-27'
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const { rivera, bell, diallo } = students

beforeEach(async () => {
  await seededDatabase()
})

const doneAt = async (at: Date) => (await findBoard(ana, year, {}, at)).done
const placeOf = async (studentId: string) =>
  (await read.query.placements.findFirst({ where: eq(t.placements.studentId, studentId) }))!
const publish = (ids: string[], at: Date) => publishDrafts(ana, year, { placementIds: ids, daysSet: {} }, at)
async function placeRivera(block: string, at: Date): Promise<string> {
  const mine = await read.query.applications.findFirst({ where: eq(t.applications.studentId, rivera.personId) })
  return placeStudent(ana, { applicationId: mine!.id, openingId: opening(subInternship, block, 'peripheral') }, at)
}

test('what was published can be taken back from the board, each publication by itself, until its mail goes out', async () => {
  const id = await placeRivera('11', minutes(0))
  await publish([placement('bell')], minutes(1))
  await publish([id], minutes(5))
  expect(await doneAt(minutes(6))).toEqual([
    { says: '1 place published', undo: `/board/${year}/retraction?at=${minutes(5).getTime()}` },
    { says: '1 place published', undo: `/board/${year}/retraction?at=${minutes(1).getTime()}` },
  ])
  expect(await retractOffers(ana, year, minutes(5), minutes(6))).toBe(1)
  expect([(await placeOf(bell.personId)).status, (await placeOf(rivera.personId)).status]).toEqual(['offered', 'draft'])
  expect((await doneAt(minutes(12))).filter(({ undo }) => undo.includes('retraction'))).toEqual([])
  expect(await refusalOf(retractOffers(ana, year, minutes(1), minutes(12)))).toMatch(/^409/)
})

test('who replied before a publication was undone is named, and keeps what they chose', async () => {
  const id = await placeRivera('11', minutes(0))
  await publish([placement('bell'), id], minutes(1))
  await acceptOffer(bell, placement('bell'), minutes(2))
  expect(await retractOffers(ana, year, minutes(1), minutes(3))).toBe(1)
  const replies = await findReplies(ana, year, minutes(1))
  expect(retractionText(1, replies)).toBe(
    `1 place is a draft again. No mail about it went out. ${bell.name} had accepted already and keeps the place.`,
  )
  expect(await refusalOf(retractOffers(ana, year, minutes(1), minutes(4)))).toBe(
    '409 There is nothing to take back: the offers were answered or went out. ' +
      `${bell.name} had accepted already and keeps the place.`,
  )
  expect(retractionText(2, [])).toBe('2 places are drafts again. No mail went out.')
  const declined = ['Ana', 'Bo', 'Cy', 'Di'].map((name) => ({ name, status: 'declined' as const }))
  expect(repliesText(declined)).toBe('4 students had declined already.')
  expect(repliesText(declined.slice(2))).toBe('Cy and Di had declined already.')
})

test('what was taken back and published again, by whomever, is undone with its last publication only', async () => {
  const id = await placeRivera('11', minutes(0))
  await publish([placement('bell'), id], minutes(1))
  expect(await retractOffers(ana, year, minutes(1), minutes(2))).toBe(2)
  await publish([id], minutes(3))
  const joels = { placementIds: [placement('bell')], daysSet: {} }
  await publishDrafts(staff.pierce, year, joels, minutes(4))
  expect((await doneAt(minutes(5))).filter(({ undo }) => undo.includes('retraction'))).toEqual([
    { says: '1 place published', undo: `/board/${year}/retraction?at=${minutes(3).getTime()}` },
  ])
  expect(await refusalOf(retractOffers(ana, year, minutes(1), minutes(5)))).toMatch(/^409/)
  expect((await placeOf(bell.personId)).status).toBe('offered')
  expect(await retractOffers(ana, year, minutes(3), minutes(5))).toBe(1)
})

test('undoing a single placing takes back all that it did', async () => {
  await placeRivera('11', minutes(1))
  expect(await doneAt(minutes(2))).toEqual([
    {
      says: 'Ines Rivera placed in block 11, Peripheral IR',
      undo: `/board/${year}/drafts/removal?at=${minutes(1).getTime()}`,
    },
  ])
  expect(await takeBackDrafts(ana, year, minutes(1), minutes(2))).toMatchObject([
    { name: 'Ines Rivera', isBack: false },
  ])
  expect(await placeOf(rivera.personId)).toBeUndefined()
})

test('a draft that was removed on its page is put back by what that page offers', async () => {
  const removed = await ask(ana, `/placements/${placement('bell')}/removal`, { method: 'POST' })
  expect([removed.status, removed.said?.undo?.label, await placeOf(bell.personId)]).toEqual([
    303,
    'Put back',
    undefined,
  ])
  const { status, location, said } = await ask(ana, removed.said!.undo!.action, { method: 'POST' })
  expect([status, location, said?.text]).toEqual([303, `/board/${year}`, `${bell.name} is where they were before.`])
  expect((await placeOf(bell.personId)).status).toBe('draft')
})

describe('a draft that this person removed', () => {
  const removedAt = async (at: Date) => (await doneAt(at)).filter(({ label }) => label === 'Put back')
  const putsBack = (id: string) => ({
    says: 'Ines Rivera removed from block 11, Peripheral IR',
    undo: `/placements/${id}/removal/undo`,
    label: 'Put back',
  })

  test('stands on their own board with “Put back” for ten minutes', async () => {
    const id = await placeRivera('11', minutes(0))
    await removeDraft(ana, id, minutes(1))
    expect(await doneAt(minutes(10))).toEqual([putsBack(id)])
    expect((await findBoard(staff.pierce, year, {}, minutes(2))).done).toEqual([])
    expect(await doneAt(minutes(11))).toEqual([])
  })
  test('no longer stands there once the student has a place, nor twice after a second removal', async () => {
    const first = await placeRivera('11', minutes(0))
    await removeDraft(ana, first, minutes(1))
    await putBack(ana, first, minutes(2))
    expect(await removedAt(minutes(3))).toEqual([])
    const { id } = await placeOf(rivera.personId)
    await removeDraft(ana, id, minutes(4))
    expect(await removedAt(minutes(5))).toEqual([putsBack(id)])
  })
  test('stands there beyond the seats only while nobody took a seat there since', async () => {
    const mine = await read.query.applications.findFirst({ where: eq(t.applications.studentId, rivera.personId) })
    const openingId = opening(subInternship, '10', 'peripheral')
    const id = await overbook(attendings.adler, { applicationId: mine!.id, openingId }, 'Two teach.', minutes(0))
    await removeDraft(ana, id, minutes(1))
    expect(await removedAt(minutes(2))).toMatchObject([{ undo: `/placements/${id}/removal/undo` }])
    const taken = { placedAt: minutes(2), placedById: staff.pierce.personId, openingId }
    await write((tx) =>
      tx
        .update(t.placements)
        .set(taken)
        .where(eq(t.placements.id, placement('bell'))),
    )
    expect(await removedAt(minutes(3))).toEqual([])
  })
})

test('undoing a list of one student takes the application back too, so that the list can be pasted again', async () => {
  const list = 'Student,Block,Service,E-mail\nImani Cole,12,Peripheral IR,imani@own.example\n'
  await keepList(ana, year, list)
  expect(await placeList(ana, year, minutes(1))).toBe(1)
  const [{ undo }] = await doneAt(minutes(2))
  expect(undo).toBe(`/board/${year}/drafts/removal?at=${minutes(1).getTime()}`)
  expect(await takeBackDrafts(ana, year, minutes(1), minutes(2))).toMatchObject([{ isListed: true }])
  await keepList(ana, year, list)
  expect(await placeList(ana, year, minutes(3))).toBe(1)
})

test('a publication that somebody was faster at keeps what was chosen', async () => {
  const id = await placeRivera('11', minutes(0))
  await publish([placement('bell')], minutes(0))
  const body = new URLSearchParams([
    ['placement', placement('bell')],
    ['placement', id],
  ])
  const page = await ask(ana, `/board/${year}/publication`, { method: 'POST', body })
  expect([page.status, page.errors]).toEqual([409, []])
  expect(page.body).toContain('Some of these drafts have been removed or published meanwhile')
  expect(page.body).toMatch(new RegExp(`<input[^>]*value="${id}"[^>]*checked|checked[^>]*value="${id}"`))
  expect((await placeOf(rivera.personId)).status).toBe('draft')
})

test('a publication of drafts that are all gone says so on the board', async () => {
  await publish([placement('bell')], minutes(0))
  const body = new URLSearchParams({ placement: placement('bell') })
  const { status, location } = await ask(ana, `/board/${year}/publication`, { method: 'POST', body })
  expect([status, location]).toEqual([303, `/board/${year}`])
})

test('a draft that a cancelled offer gave way to can be undone alone; the offer stays cancelled', async () => {
  const old = placement('diallo')
  const [{ openingId }] = await findAlternates(ana, old, minutes(0))
  await cancelPlacement(ana, old, 'The places are being given out anew.', minutes(1))
  const { applicationId } = await placeOf(diallo.personId)
  const id = await placeStudent(ana, { applicationId: applicationId!, openingId }, minutes(2))
  await write((tx) => tx.update(t.placements).set({ replacedById: id }).where(eq(t.placements.id, old)))
  expect(await takeBackDrafts(ana, year, minutes(2), minutes(3))).toMatchObject([{ isBack: false }])
  expect(await read.query.placements.findMany({ where: eq(t.placements.studentId, diallo.personId) })).toMatchObject([
    { id: old, status: 'cancelled' },
  ])
})
