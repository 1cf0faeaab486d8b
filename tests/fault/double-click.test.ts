import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropDemoMark } from '#tests/support/clock'
import { seededDatabase } from '#tests/support/database'
import { type Portal, startPortal } from '#tests/support/server'
import { prepareSubmits, submits } from '#tests/support/submits'
import { saidOf, signedIn } from '#tests/support/visitor'

let portal: Portal

beforeAll(async () => {
  const { url } = await seededDatabase()
  await prepareSubmits()
  await dropDemoMark(url)
  portal = await startPortal({ database: url })
})
afterAll(() => portal?.stop())

test.each(submits.map((it) => [it.what, it] as const))('a double click on “%s” leaves one row', async (_, it) => {
  const { who, path, form, rows } = it
  const browser = await signedIn(portal, who)
  expect(await rows()).toEqual([{ n: 0 }])
  const answers = await Promise.all([browser.post(path, form), browser.post(path, form)])
  const statuses = answers.map(({ status }) => status).sort()
  const said = answers.map((answer) => `${answer.status} ${saidOf(answer) ?? ''}`).join('; ')
  expect(statuses[0], said).toBe(303)
  expect([303, 409], said).toContain(statuses[1])
  expect(await rows()).toEqual([{ n: 1 }])
})
