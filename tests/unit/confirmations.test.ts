import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { answerForSchool, askSchool, expireConfirmations } from '#app/apply/confirmations.server'
import { readForSchool } from '#app/apply/school-requests.server'
import '#app/follows.server'
import { endOf } from '#app/workflow/day.server'
import { read } from '#db/client'
import * as t from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { freshProgram, newStudent, now, profile, readyApplication, refusal } from '#tests/support/applicant'

let lee: Person
let id: string
beforeEach(async () => {
  await freshProgram()
  lee = await newStudent('Robin Lee')
  id = await readyApplication(lee)
})

/** The tokens of the links that were mailed to the school, oldest first. */
async function tokens(): Promise<string[]> {
  const mailed = await read.select().from(t.messages).where(eq(t.messages.kind, 'confirmation.asked'))
  return mailed.map(({ text }) => /\/s\/([\w-]+)/.exec(text)![1])
}
const confirmation = async () => (await read.query.confirmations.findFirst())!
const yes = {
  step: 'confirm' as const,
  signerName: 'Dana Reyes',
  signerTitle: 'Registrar',
  answers: { standing: 'yes', year: 'yes', cover: 'yes' },
}

test('a registrar confirms by the mailed link, once, and can read it afterwards', async () => {
  const [token] = await tokens()
  const page = await readForSchool(token, now)
  expect(page).toMatchObject({ student: { name: 'Robin Lee' }, mayAnswer: true, school: profile.school })
  await answerForSchool(page.link, yes, now)
  expect(await confirmation()).toMatchObject({ status: 'confirmed', signerName: 'Dana Reyes' })
  expect((await readForSchool(token, now)).mayAnswer).toBe(false)
  const [event] = await read.select().from(t.events).where(eq(t.events.step, 'confirm'))
  expect(event).toMatchObject({ actorKind: 'link', actorName: 'Dana Reyes', subjectKind: 'confirmation' })
})

test('two answers at once: one stands, the other is told', async () => {
  const { link } = await readForSchool((await tokens())[0], now)
  const no = { ...yes, step: 'decline' as const, reason: 'Not in good standing' }
  const ends = await Promise.all([refusal(answerForSchool(link, yes, now)), refusal(answerForSchool(link, no, now))])
  expect(ends.filter((end) => end === 'undefined' || end === 'done')).toHaveLength(1)
  expect(ends.filter((end) => end.startsWith('409'))).toHaveLength(1)
})

test('asked again, the link before opens nothing', async () => {
  await askSchool(lee, id, 'dean@northgate.example', now)
  const [first, second] = await tokens()
  expect(await refusal(readForSchool(first, now))).toMatch(/^404/)
  expect((await readForSchool(second, now)).confirmation.askedOf).toBe('dean@northgate.example')
  expect(await refusal(readForSchool('made-up', now))).toMatch(/^404/)
})

test('a school that declines is asked again; one that confirmed is not', async () => {
  const { link } = await readForSchool((await tokens())[0], now)
  await answerForSchool(link, { ...yes, step: 'decline', answers: undefined, reason: 'On leave' }, now)
  expect((await confirmation()).status).toBe('declined')
  await askSchool(lee, id, profile.registrarEmail, now)
  expect(await confirmation()).toMatchObject({ status: 'asked', signerName: null, reason: null })
  await answerForSchool((await readForSchool((await tokens())[1], now)).link, yes, now)
  expect(await refusal(askSchool(lee, id, profile.registrarEmail, now))).toMatch(/^409 Your school has confirmed/)
})

test('a request ends with its last day, and its link with it', async () => {
  const { replyByOn } = await confirmation()
  expect(await expireConfirmations(endOf(replyByOn))).toBe(0)
  const after = new Date(endOf(replyByOn).getTime() + 1)
  expect(await expireConfirmations(after)).toBe(1)
  expect(await expireConfirmations(after)).toBe(0)
  expect(await refusal(readForSchool((await tokens())[0], after))).toMatch(/^404/)
})
