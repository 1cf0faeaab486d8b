import { beforeEach, expect, test } from 'vitest'
import { editableProgram, saveProgram } from '#app/program/program.server'
import { programForm } from '#app/program/program-form.server'
import { changesOf } from '#app/workflow/changes.server'
import { refuseForm } from '#app/workflow/overtaken.server'
import { read, write } from '#db/client'
import { pairings, program } from '#db/schema/index'
import { attendings, staff } from '#db/seed/cast'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock, pierce } = staff

beforeEach(() => seededDatabase())

const opened = async () => (await editableProgram(whitlock)).program
const rules = async () => (await read.select().from(program))[0]
const formOf = (typed: Record<string, unknown>) =>
  new URLSearchParams(Object.entries(typed).map(([name, value]) => [name, String(value)]))

test('a coordinator changes a number, and the history tells from what to what', async () => {
  const form = await opened()
  expect(await saveProgram(whitlock, { ...form, replyDays: 10 }, now)).toBeUndefined()
  expect((await rules()).replyDays).toBe(10)
  const [change] = await changesOf('program', '1')
  expect(change).toMatchObject({ by: 'Ana Whitlock', at: now })
  expect(change.changes).toEqual([
    { name: 'replyDays', label: 'Time to reply to an offer (days)', from: '14', to: '10' },
  ])
})

test('saving without a change tells nothing', async () => {
  await saveProgram(whitlock, await opened(), now)
  expect(await changesOf('program', '1')).toEqual([])
})

test('of two coordinators who edit at once the second is told, and nothing of the first is lost', async () => {
  const [ana, joel] = [await opened(), await opened()]
  await saveProgram(whitlock, { ...ana, replyDays: 10, hospital: 'The Hospital' }, now)
  const refused = await saveProgram(pierce, { ...joel, replyDays: 12, decisionDays: 15 }, now)
  expect(refused).toMatchObject({ since: { by: 'Ana Whitlock', version: 1 } })
  expect(await rules()).toMatchObject({ replyDays: 10, decisionDays: 21 })

  const typed = new FormData()
  for (const [name, value] of formOf({ ...joel, replyDays: 12, decisionDays: 15 })) typed.set(name, value)
  const { data, init } = refuseForm({ form: typed, schema: programForm }, refused!)
  expect(init?.status).toBe(409)
  const { initialValue, error } = data.result
  expect(initialValue).toMatchObject({ hospital: 'The Hospital', replyDays: '12', decisionDays: '15', version: '1' })
  expect(error?.replyDays?.[0]).toContain('Ana Whitlock set this to 10 meanwhile')
  expect(Object.keys(error ?? {}).sort()).toEqual(['', 'replyDays'])
  const again = programForm.parse({ ...joel, hospital: 'The Hospital', replyDays: 12, decisionDays: 15, version: 1 })
  expect(await saveProgram(pierce, again, now)).toBeUndefined()
  expect(await rules()).toMatchObject({ hospital: 'The Hospital', replyDays: 12, decisionDays: 15 })
})

test('of twenty who save the same opened form at once, one is stored', async () => {
  const form = await opened()
  const all = Array.from({ length: 20 }, (_, n) => saveProgram(whitlock, { ...form, replyDays: 20 + n }, now))
  const done = (await Promise.all(all)).filter((refused) => refused === undefined)
  expect(done).toHaveLength(1)
  expect(await changesOf('program', '1')).toHaveLength(1)
})

test('no fewer dates can be ranked than students already ranked', async () => {
  const refused = await saveProgram(whitlock, { ...(await opened()), mostChoices: 1 }, now)
  expect(refused).toMatchObject({ fields: { mostChoices: expect.stringMatching(/ranked up to \d dates: leave at/) } })
})

test('a resident’s most is not set below who is paired with them, and the day is named', async () => {
  const weiss = (await read.select().from(pairings)).find(({ lastOn }) => lastOn >= '2026-11-25')!
  const { id: _, ...pairing } = weiss
  const other = (await read.query.placements.findMany()).find(
    ({ id, status }) => id !== weiss.placementId && status === 'confirmed',
  )!
  await write((tx) => tx.insert(pairings).values({ ...pairing, placementId: other.id, firstOn: '2026-11-25' }))
  const refused = await saveProgram(whitlock, { ...(await opened()), mostStudentsAResident: 1 }, now)
  expect(refused).toEqual({
    fields: { mostStudentsAResident: expect.stringMatching(/has 2 students on Wednesday, November\s25/) },
  })
})

test('each bound and each pair of numbers is explained under its field', async () => {
  const form = await opened()
  const said = (typed: object) =>
    programForm.safeParse({ ...form, ...typed }).error?.issues.map((it) => [it.path[0], it.message])
  expect(said({ leastRatings: 2 })).toEqual([
    ['leastRatings', 'A teacher sees ratings from: enter a whole number from 3 to 20 (students on)'],
  ])
  expect(said({ shortReplyDays: 15 })?.[0][0]).toBe('shortReplyDays')
  expect(said({ gradeDueDays: 30, gradeLimitDays: 29 })?.[0][0]).toBe('gradeDueDays')
  expect(said({ promoteUntilDaysBefore: 28 })?.[0][0]).toBe('promoteUntilDaysBefore')
  expect(said({ firstDayAt: '7 am' })?.[0][0]).toBe('firstDayAt')
  expect(said({})).toBeUndefined()
})

test('nobody but a coordinator changes settings, whatever the form says', async () => {
  const refusal = await refusalOf(saveProgram(attendings.adler, await opened(), now))
  expect(refusal).toMatch(/^403/)
  expect((await ask(attendings.adler, '/settings/program', { method: 'POST', body: formOf({}) })).status).toBe(403)
})
