import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { shippedQuestionnaires } from '#app/evaluate/questionnaire'
import { shipQuestionnaires } from '#app/evaluate/questionnaires.server'
import { ensureCoordinator } from '#app/people/first-coordinator.server'
import { addPerson } from '#app/people/newcomer.server'
import { read, write } from '#db/client'
import { addresses, questionnaires, roles } from '#db/schema/index'
import type { Person } from '#db/schema/people/actors'
import { freshDatabase } from '#tests/support/database'
import { ask, urls } from '#tests/support/handler'
import { filled } from '#tests/support/records'

const email = 'ana.whitlock@hospital.example'
const now = new Date('2026-11-24T17:00:00Z')

beforeEach(async () => {
  await freshDatabase()
})

const coordinators = () =>
  read
    .select({ email: addresses.email })
    .from(roles)
    .innerJoin(addresses, eq(addresses.personId, roles.personId))
    .where(eq(roles.role, 'coordinator'))

test('whoever runs a new portal becomes its first coordinator by the setting, once', async () => {
  expect(await ensureCoordinator(undefined, now)).toBe(false)
  expect(await ensureCoordinator(email, now)).toBe(true)
  expect(await ensureCoordinator('somebody.else@hospital.example', now)).toBe(true)
  expect(await ensureCoordinator(undefined, now)).toBe(true)
  expect(await coordinators()).toEqual([{ email }])
})

test('an address that came as a student before the setting was made keeps its account', async () => {
  const personId = await write((tx) => addPerson(tx, { email, name: 'Ana Whitlock', role: 'student' }, now))
  await ensureCoordinator(email, now)
  const rows = await read.select({ role: roles.role }).from(roles).where(eq(roles.personId, personId))
  expect(rows.map(({ role }) => role).sort()).toEqual(['coordinator', 'student'])
})

test('a new portal asks the questionnaires that it ships with, and keeps a version that is there', async () => {
  await shipQuestionnaires()
  await write((tx) => tx.update(questionnaires).set({ name: 'Ours' }).where(eq(questionnaires.slug, 'midpoint')))
  await shipQuestionnaires()
  const names = (await read.select().from(questionnaires)).map(({ slug, name }) => [slug, name])
  expect(names).toHaveLength(shippedQuestionnaires.length)
  expect(Object.fromEntries(names)).toMatchObject({ midpoint: 'Ours' })
})

test('every page of a portal with nothing in it opens for its first coordinator without a fault', async () => {
  await ensureCoordinator(email, now)
  const [{ personId }] = await read.select().from(roles)
  const ana: Person = { kind: 'person', personId, name: 'Ana Whitlock', roles: ['coordinator'] }
  const faults: string[] = []
  for (const url of urls) {
    const { status, errors } = await ask(ana, filled(url, { year: '2026-27' }))
    if (status >= 500 || errors.length > 0) faults.push(`${url}: ${status} ${errors.join(' ')}`)
  }
  expect(faults).toEqual([])
})
