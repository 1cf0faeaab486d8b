import { eq, like, sql } from 'drizzle-orm'
import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedQuestionnaires } from '#app/evaluate/questionnaire'
import { post } from '#app/mail/messages.server'
import { rawDatabase, read, write } from '#db/client'
import * as t from '#db/schema/index'
import { residents } from '#db/seed/cast'
import { insertMany } from '#db/seed/rows'
import { addApplications, addPlacements, addStudents, extra, numbers, placementOf } from '#tests/support/crowd'
import { seededDatabase } from '#tests/support/database'
import { type Mailbox, openMailbox } from '#tests/support/mailbox'
import { type Portal, production, startPortal } from '#tests/support/server'
import { signInByRow, visitor } from '#tests/support/visitor'

const WRITES = 1000
/** After how many acknowledged writes the process is killed. */
const KILLS = [150, 500, WRITES]
const AT_ONCE = 8
const MESSAGES = 60
const CAUGHT = 'Message 10'
const evaluationOf = (n: number) => `extra-evaluation-${n}`
const typed = (n: number) => `Asked good questions on day ${n}.`

let url: string
let portal: Portal
let mailbox: Mailbox
let cookie: string
/** Set once the caught message has come in whole and its sender waits for the answer. */
let caught = () => {}
const isCaught = new Promise<void>((resolve) => {
  caught = resolve
})

/** Takes its time over each message, and over one of them for ever. */
async function accept({ subject }: ParsedMail): Promise<void> {
  if (subject === CAUGHT) {
    caught()
    await new Promise(() => {})
  }
  await new Promise((resolve) => setTimeout(resolve, 30))
}

beforeAll(async () => {
  url = (await seededDatabase()).url
  mailbox = await openMailbox({}, accept)
  await write((tx) => tx.delete(t.clock))
  cookie = await signInByRow(residents.brandt)
  const them = numbers(WRITES + AT_ONCE).map(extra)
  await addStudents(them)
  await addApplications(them, 'placed', '12')
  await addPlacements(them, 'completed', '12')
  await write((tx) =>
    insertMany(
      tx,
      t.evaluations,
      them.map(({ n, personId }) => requested(n, personId)),
    ),
  )
  await write(async (tx) => {
    for (const n of numbers(MESSAGES)) await post(tx, message(n), new Date(Date.now() - (MESSAGES - n) * 1000))
  })
})
afterAll(async () => {
  await portal?.kill()
  mailbox?.hangUp()
  await mailbox?.close()
})

const requested = (n: number, subjectId: string): typeof t.evaluations.$inferInsert => ({
  id: evaluationOf(n),
  placementId: placementOf({ n }),
  authorId: residents.brandt.personId,
  subjectId,
  questionnaireId: shippedQuestionnaires[0].id,
  status: 'requested',
  requestedAt: new Date(),
  dueOn: '2099-12-31',
})
const message = (n: number) => ({
  key: `kill:${n}`,
  kind: 'test',
  to: `nobody${n}@students.example`,
  subject: `Message ${n}`,
  paragraphs: ['This is sent once.'],
})

const start = () => startPortal({ database: url, env: { ...production(url), SMTP_URL: mailbox.url } })
const acknowledged: number[] = []

/** Saves drafts, several at a time, until this many are acknowledged in all; then the process dies at once. */
async function writeAndKill(until: number, when: Promise<void> = Promise.resolve()): Promise<void> {
  portal = await start()
  const { post } = visitor(portal, cookie)
  const left = numbers(WRITES + AT_ONCE).filter((n) => !acknowledged.includes(n))
  const kill = () => portal.kill()
  let killed: Promise<void> | undefined
  const one = async () => {
    for (let n = left.shift(); n !== undefined; n = left.shift()) {
      const answer = await post(`/evaluations/${evaluationOf(n)}/draft`, { comment: typed(n) }).catch(() => null)
      if (!answer) return
      expect([n, answer.status, answer.status < 400 ? '' : answer.body]).toEqual([n, answer.status, ''])
      acknowledged.push(n)
      if (acknowledged.length >= until) killed ??= when.then(kill)
      if (killed) await killed
    }
  }
  await Promise.all(numbers(AT_ONCE).map(one))
}

/** As if two minutes had passed: what the dead process had claimed is no longer its own. */
const passTwoMinutes = () =>
  write(async (tx) => {
    await tx.update(t.jobs).set({ leaseUntil: sql`${t.jobs.leaseUntil} - 120000` })
    await tx.update(t.messages).set({ leaseUntil: sql`${t.messages.leaseUntil} - 120000` })
  })

test('a process killed while a thousand writes are acknowledged loses none of them', { timeout: 300_000 }, async () => {
  for (const [round, until] of KILLS.entries()) {
    await writeAndKill(until, round === 0 ? isCaught : undefined)
    await passTwoMinutes()
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(WRITES)
  const rows = await read.select().from(t.evaluations).where(like(t.evaluations.id, 'extra-evaluation-%'))
  const kept = new Map(rows.map(({ id, draft, status }) => [id, { draft, status }]))
  for (const n of acknowledged)
    expect(kept.get(evaluationOf(n))).toEqual({ status: 'drafted', draft: { comment: typed(n) } })
})

test('the database is whole, and each draft has its event', async () => {
  const { $client } = rawDatabase()
  expect((await $client.execute('pragma integrity_check')).rows.map((row) => row[0])).toEqual(['ok'])
  expect((await $client.execute('pragma foreign_key_check')).rows).toEqual([])
  const events = await read.select().from(t.events).where(like(t.events.subjectId, 'extra-evaluation-%'))
  const drafted = await read
    .select({ id: t.evaluations.id })
    .from(t.evaluations)
    .where(sql`${t.evaluations.id} like 'extra-evaluation-%' and ${t.evaluations.status} = 'drafted'`)
  expect(events.map(({ subjectId }) => subjectId).sort()).toEqual(drafted.map(({ id }) => id).sort())
})

test('no message is sent twice by itself; one caught between SMTP and its row is “maybe sent”', async () => {
  portal = await start()
  const mine = () => read.select().from(t.messages).where(eq(t.messages.kind, 'test'))
  const open = async () => (await mine()).filter(({ status }) => status === 'waiting' || status === 'sending')
  await expect.poll(async () => (await open()).length, { timeout: 50_000, interval: 200 }).toBe(0)
  const arrived = (subject: string) => mailbox.received.filter((mail) => mail.subject === subject).length
  for (const { status, subject } of await mine()) {
    if (status === 'unsure') expect(arrived(subject), subject).toBeLessThanOrEqual(1)
    else expect([subject, status, arrived(subject)]).toEqual([subject, 'sent', 1])
  }
  const [{ status }] = (await mine()).filter(({ subject }) => subject === CAUGHT)
  expect([status, arrived(CAUGHT)]).toEqual(['unsure', 1])
})
