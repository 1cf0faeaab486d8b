import { and, count, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lapseOffers } from '#app/assign/due.server'
import { programNow } from '#app/workflow/clock.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { cast, residents, staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { dropDemoMark } from '#tests/support/clock'
import {
  addApplications,
  addPlacements,
  addStudents,
  addToCast,
  extra,
  numbers,
  placementOf,
} from '#tests/support/crowd'
import { seededDatabase } from '#tests/support/database'
import { type Portal, startPortal } from '#tests/support/server'
import { type Answer, saidOf, signedIn, type Visitor, visitor } from '#tests/support/visitor'

const RACERS = 50
const racers = numbers(RACERS).map(extra)
/** When an offer ends, in milliseconds after the fifty begin to accept it: before, during, after. */
const ENDS = [-100, 30, 120, 300, 700, 60_000, 60_000]
const offered = numbers(ENDS.length, RACERS).map(extra)
let portal: Portal
const as: Record<string, Visitor> = {}

beforeAll(async () => {
  const { url } = await seededDatabase()
  await addStudents([...racers, ...offered])
  await addApplications(racers, 'eligible', '11')
  await addApplications(offered, 'eligible', '12')
  await addPlacements(offered, 'offered', '12')
  await addToCast(offered)
  await dropDemoMark(url)
  portal = await startPortal({ database: url })
})
afterAll(() => portal?.stop())

/** The member's browser, signed in once. */
async function browserOf(key: keyof typeof cast): Promise<Visitor> {
  as[key] ??= await signedIn(portal, cast[key])
  return as[key]
}

const statuses = (answers: Answer[]) => {
  const tally: Record<number, number> = {}
  for (const { status } of answers) tally[status] = (tally[status] ?? 0) + 1
  return tally
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const all = <T, R>(items: T[], act: (item: T, at: number) => Promise<R>) => Promise.all(items.map(act))
const eventsOf = (subjectId: string) =>
  read.select({ step: t.events.step, to: t.events.to }).from(t.events).where(eq(t.events.subjectId, subjectId))

describe('fifty coordinators’ clicks, each placing another student into the last seat', () => {
  const seat = opening(subInternship, '11', 'peripheral')
  const place = (browser: Visitor, { applicationId }: { applicationId: string }) =>
    browser.post(`/board/2026-27/placements?place=${applicationId}&opening=${seat}`)

  test('place one of them, and tell the other forty-nine who holds it and who placed them', async () => {
    const browsers = [await browserOf('whitlock'), await browserOf('pierce'), await browserOf('haddad')]
    const answers = await all(racers, (racer, at) => place(browsers[at % 3], racer))
    expect(statuses(answers)).toEqual({ 303: 1, 409: RACERS - 1 })
    const held = await read.select().from(t.placements).where(eq(t.placements.openingId, seat))
    expect(held).toHaveLength(1)
    const [{ id, applicationId, placedById }] = held
    const winner = answers.findIndex(({ status }) => status === 303)
    expect(applicationId).toBe(racers[winner].applicationId)
    const placer = [staff.whitlock, staff.pierce, residents.haddad][winner % 3]
    expect(placedById).toBe(placer.personId)
    const sentence = `${placer.name} placed ${racers[winner].familyName} here just now. Full: 1 of 1.`
    expect(new Set(answers.filter(({ status }) => status === 409).map(saidOf))).toEqual(new Set([sentence]))
    expect(await eventsOf(id)).toEqual([{ step: 'place', to: 'draft' }])
  })
})

describe('one sign-in code', () => {
  test('used twice at once signs in once', async () => {
    const { email, personId } = students.park
    await visitor(portal).post('/sign-in', { email })
    const [{ text }] = await read.select().from(t.messages).where(eq(t.messages.toAddress, email))
    const code = /Your code is (\d{6})/.exec(text)![1]
    const path = `/sign-in/code?${new URLSearchParams({ email })}`
    const answers = await all([1, 2], () => visitor(portal).post(path, { code }))
    expect(statuses(answers)).toEqual({ 303: 1, 422: 1 })
    expect(answers.filter(({ cookie }) => cookie)).toHaveLength(1)
    expect(answers.find(({ status }) => status === 422)?.body).toContain('This code no longer counts')
    const mine = and(eq(t.signIns.personId, personId), isNull(t.signIns.endedAt))
    expect(await read.select({ n: count() }).from(t.signIns).where(mine)).toEqual([{ n: 1 }])
  })
})

describe('fifty acceptances of one offer, raced with its end by the job and the coordinator’s cancellation', () => {
  const endings = ['lapse', 'accept', 'cancel']

  test.each(ENDS.map((end, at) => [end, at]))('have one outcome: ends after %i ms', async (end, at) => {
    const { personId } = offered[at]
    const id = placementOf(offered[at])
    const student = await signedIn(portal, offered[at])
    const coordinator = await browserOf('whitlock')
    const expiresAt = new Date(programNow().getTime() + end)
    await write((tx) => tx.update(t.placements).set({ expiresAt }).where(eq(t.placements.id, id)))
    const accept = async (n: number) => {
      await pause(n * 8)
      return student.post(`/placements/${id}/acceptance`)
    }
    const cancel = async () => {
      await pause(at === ENDS.length - 1 ? 0 : 150 * at)
      return coordinator.post(`/placements/${id}/cancellation`, { reason: 'The block is closed.' })
    }
    const job = async () => {
      for (let n = 0; n < 20; n++) {
        await lapseOffers(programNow())
        await pause(30)
      }
    }
    const [answers, cancelled] = await Promise.all([all(numbers(RACERS), accept), cancel(), job()])
    for (const { status, body } of [...answers, cancelled]) expect([303, 409], body).toContain(status)
    const events = await read
      .select({ step: t.events.step, from: t.events.from, to: t.events.to })
      .from(t.events)
      .where(eq(t.events.subjectId, id))
    const outcome = events.filter(({ from }) => from === 'offered')
    expect(outcome).toHaveLength(1)
    expect(endings).toContain(outcome[0].step)
    expect(new Set(events.map(({ step }) => step)).size, 'each step happened once').toBe(events.length)
    const [placement] = await read.select().from(t.placements).where(eq(t.placements.id, id))
    expect([...events.filter(({ step }) => step === 'cancel'), ...outcome][0].to).toBe(placement.status)
    const isWon = answers.some(({ status }) => status === 303)
    expect(isWon, 'an acceptance that was confirmed stands').toBe(outcome[0].step === 'accept')
    for (const answer of answers) if (answer.status === 409) expect(saidOf(answer)).toMatch(/^This offer /)
    const [{ status }] = await read.select().from(t.applications).where(eq(t.applications.studentId, personId))
    const standing = { accepted: 'placed', lapsed: 'not offered', cancelled: 'eligible' } as Record<string, string>
    expect(status).toBe(standing[placement.status])
  })
})
