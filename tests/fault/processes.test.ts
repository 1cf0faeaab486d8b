import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lapseOffers } from '#app/assign/due.server'
import { programNow } from '#app/workflow/clock.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { residents, staff } from '#db/seed/cast'
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
import { leaveDatabase, seededDatabase } from '#tests/support/database'
import { type Portal, startPortal } from '#tests/support/server'
import { type Answer, saidOf, signedIn, type Visitor } from '#tests/support/visitor'

const isLong = Boolean(process.env.LONG)
/** One process is raced by fifty in races.test.ts; here by a thousand, and three of them on one database. */
const PROCESSES = isLong ? [1, 3] : [3]
/** `RACERS=400` runs another number of callers than the usual one. */
const RACERS = Number(process.env.RACERS ?? (isLong ? 1000 : 50))
/** When an offer ends, in milliseconds after its acceptances begin: before, during, after. */
const ENDS = [-100, RACERS * 4, 600_000, 600_000]
const RETRIES = 60
const racers = numbers(RACERS).map(extra)
const offered = numbers(ENDS.length, RACERS).map(extra)
let portals: Portal[] = []

/** Processes on one database and one folder of files, as behind a balancer. */
async function start(processes: number): Promise<void> {
  const { url } = await seededDatabase()
  await addStudents([...racers, ...offered])
  await addApplications(racers, 'eligible', '11')
  await addApplications(offered, 'eligible', '12')
  await addPlacements(offered, 'offered', '12')
  await addToCast(offered)
  await dropDemoMark(url)
  const files = mkdtempSync(join(tmpdir(), 'portal-files-'))
  for (const _ of numbers(processes)) portals.push(await startPortal({ database: url, files }))
}
const stop = async () => {
  await Promise.all(portals.map((portal) => portal.stop()))
  portals = []
}
afterAll(leaveDatabase)

/** One person’s browser on each of the processes. */
const browsersOf = (member: { personId: string }) => Promise.all(portals.map((portal) => signedIn(portal, member)))

/** What the portals have logged as bugs. */
const bugs = () =>
  portals
    .flatMap((portal) =>
      portal
        .said()
        .split('\n')
        .filter((line) => line.includes('"bug"')),
    )
    .join('\n')

let retried = 0
/** Asks again as a person would who reads “Too much is being written just now”. */
async function patient(ask: () => Promise<Answer>): Promise<Answer> {
  for (let n = 0; ; n++) {
    const answer = await ask()
    if (answer.status >= 500 && answer.status !== 503) console.error(bugs())
    if (answer.status !== 503 || n === RETRIES) return answer
    retried++
    await pause(1000 + 50 * (n % 20))
  }
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** How many have a connection open at once: more than this a machine's own queue of connections refuses. */
const AT_ONCE = 200

/** All of them, so many at once, in order. */
async function all<T, R>(items: T[], act: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  const left = items.map((item, at) => ({ item, at }))
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next.at] = await act(next.item, next.at)
  }
  await Promise.all(numbers(AT_ONCE).map(work))
  return results
}
const eventsOf = (id: string) =>
  read
    .select({ step: t.events.step, from: t.events.from, to: t.events.to })
    .from(t.events)
    .where(eq(t.events.subjectId, id))
const tally = (answers: Answer[]) => {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe.each(PROCESSES)('on a database that %i at once write to', (processes) => {
  beforeAll(() => start(processes), 300_000)
  afterAll(stop)

  test(`${RACERS} placements into the last seat make one, and everybody else is told who holds it`, async () => {
    retried = 0
    const seat = opening(subInternship, '11', 'peripheral')
    const placers = [staff.whitlock, staff.pierce, residents.haddad]
    const browsers = await all(placers, browsersOf)
    const answers = await all(racers, ({ applicationId }, at) =>
      patient(() =>
        browsers[at % 3][at % processes].post(`/board/2026-27/placements?place=${applicationId}&opening=${seat}`),
      ),
    )
    expect(tally(answers)).toEqual({ 303: 1, 409: RACERS - 1 })
    const held = await read.select().from(t.placements).where(eq(t.placements.openingId, seat))
    expect(held).toHaveLength(1)
    const winner = answers.findIndex(({ status }) => status === 303)
    expect(held[0].applicationId).toBe(racers[winner].applicationId)
    expect(held[0].placedById).toBe(placers[winner % 3].personId)
    const told = new Set(answers.filter(({ status }) => status === 409).map(saidOf))
    const who = `${placers[winner % 3].name} placed ${racers[winner].familyName} here `
    for (const sentence of told) expect(sentence).toMatch(new RegExp(`^${who}.*\\. Full: 1 of 1\\.$`))
    expect(await eventsOf(held[0].id)).toEqual([{ step: 'place', from: null, to: 'draft' }])
    console.info(`${processes} processes: ${RACERS} placements, ${retried} asked again after a 503`)
  }, 600_000)

  test.each(ENDS.map((end, at) => [end, at]))(
    `${RACERS} acceptances of one offer, its end after %i ms and its cancellation have one outcome`,
    async (end, at) => {
      retried = 0
      const id = placementOf(offered[at])
      const student = await browsersOf(offered[at])
      const coordinator = await browsersOf(staff.whitlock)
      const expiresAt = new Date(programNow().getTime() + end)
      await write((tx) => tx.update(t.placements).set({ expiresAt }).where(eq(t.placements.id, id)))
      let isOver = false
      const job = async () => {
        while (!isOver) {
          await lapseOffers(programNow()).catch(onlyBusy)
          await pause(50)
        }
      }
      const accept = async (n: number) => {
        if (at === ENDS.length - 1) await pause(100)
        return patient(() => student[n % processes].post(`/placements/${id}/acceptance`))
      }
      const cancel = async (browser: Visitor) => {
        await pause(at === ENDS.length - 1 ? 0 : RACERS * 2)
        return patient(() => browser.post(`/placements/${id}/cancellation`, { reason: 'The block is closed.' }))
      }
      const lapsing = job()
      const [answers, cancelled] = await Promise.all([all(numbers(RACERS), accept), all(coordinator, cancel)])
      isOver = true
      await lapsing
      for (const { status, body } of [...answers, ...cancelled]) expect([303, 409], body).toContain(status)
      const events = await eventsOf(id)
      const outcome = events.filter(({ from }) => from === 'offered')
      expect(outcome).toHaveLength(1)
      expect(new Set(events.map(({ step }) => step)).size, 'each step happened once').toBe(events.length)
      const [placement] = await read.select().from(t.placements).where(eq(t.placements.id, id))
      expect([...events.filter(({ step }) => step === 'cancel'), ...outcome][0].to).toBe(placement.status)
      const isWon = answers.some(({ status }) => status === 303)
      expect(isWon, 'an acceptance that was confirmed stands').toBe(outcome[0].step === 'accept')
      for (const answer of answers) if (answer.status === 409) expect(saidOf(answer)).toMatch(/^This offer /)
      console.info(`${processes} processes: ${outcome[0].step}, ${retried} asked again after a 503`)
    },
    600_000,
  )
})

function onlyBusy(thrown: unknown): void {
  if (!(thrown instanceof Response) || thrown.status !== 503) throw thrown
}
