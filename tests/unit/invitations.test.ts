import { desc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { invite, listInvitations, renewInvitation, revokeInvitation } from '#app/people/invitations.server'
import { acceptInvitation, findInvitation } from '#app/people/invited.server'
import { listPeople } from '#app/people/people.server'
import { keepToken } from '#app/people/sign-in-cookie.server'
import { resolvePerson, startSignIn } from '#app/people/sign-ins.server'
import { counts, read, write } from '#db/client'
import { events, invitations, messages, roles } from '#db/schema/index'
import { attendings, residents, staff, students } from '#db/seed/cast'
import { seededDatabase } from '#tests/support/database'

const DAY = 24 * 60 * 60_000
const now = new Date('2026-11-24T17:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const arriving = { device: 'Firefox on Windows', oldToken: null }
const { whitlock } = staff
const quint = { name: 'Dr. Quint', email: 'quint@rotations.example', role: 'attending' } as const

beforeEach(() => seededDatabase())

/** The token in the newest invitation's message to this address. */
async function tokenFor(email: string): Promise<string> {
  const rows = await read.select().from(messages).where(eq(messages.toAddress, email)).orderBy(desc(messages.createdAt))
  return /\/invitations\/([\w-]+)/.exec(rows[0].text)![1]
}

const rolesOf = async (personId: string) =>
  (await read.select().from(roles).where(eq(roles.personId, personId))).map(({ role }) => role).sort()
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (refused: Response) => refused.status,
  )

test('the invited person accepts by the link and is signed in with the role', async () => {
  await invite(whitlock, quint, now)
  const token = await tokenFor(quint.email)
  expect(await findInvitation(token, now)).toMatchObject({ name: 'Dr. Quint', by: 'Ana Whitlock', state: 'open' })
  const cookie = (await keepToken(await acceptInvitation(token, arriving, now))).split(';')[0]
  expect(await resolvePerson(cookie)).toMatchObject({ name: 'Dr. Quint', roles: ['attending'] })
})

test('of twenty acceptances at once, one counts', async () => {
  await invite(whitlock, quint, now)
  const token = await tokenFor(quint.email)
  const accepted = await Promise.all(Array.from({ length: 20 }, () => refusal(acceptInvitation(token, arriving, now))))
  expect(accepted.filter((one) => one === 'done')).toHaveLength(1)
  expect(accepted.filter((one) => one === 409)).toHaveLength(19)
})

test('an invitation counts through its seventh day', async () => {
  await invite(whitlock, quint, now)
  const token = await tokenFor(quint.email)
  expect(await findInvitation(token, later(7 * DAY))).toMatchObject({ state: 'open' })
  expect(await refusal(acceptInvitation(token, arriving, later(8 * DAY)))).toBe(409)
})

test('a revoked invitation and the link before a renewal open nothing', async () => {
  await invite(whitlock, quint, now)
  const first = await tokenFor(quint.email)
  const [{ id }] = await listInvitations(whitlock, now)
  await renewInvitation(whitlock, id, later(1000))
  const second = await tokenFor(quint.email)
  expect(await refusal(findInvitation(first, now))).toBe(404)
  await revokeInvitation(whitlock, id, now)
  expect(await refusal(acceptInvitation(second, arriving, now))).toBe(409)
  expect(await refusal(renewInvitation(whitlock, id, now))).toBe(409)
})

test('a second role comes to the same account, and every open sign-in of it ends', async () => {
  const { brandt } = residents
  const old = await write((tx) => startSignIn(tx, brandt.personId, arriving))
  await invite(whitlock, { name: 'Elias Brandt', email: brandt.email, role: 'reviewer' }, now)
  await acceptInvitation(await tokenFor(brandt.email), arriving, now)
  expect(await rolesOf(brandt.personId)).toEqual(['resident', 'reviewer'])
  expect(await resolvePerson((await keepToken(old)).split(';')[0])).toBeNull()
})

test('nobody gives themself a role, and students and residents invite nobody', async () => {
  expect(await refusal(invite(whitlock, { ...quint, email: whitlock.email }, now))).toBe(409)
  for (const me of [students.park, residents.brandt, attendings.chen, attendings.duarte])
    expect(await refusal(invite(me, quint, now))).toBe(403)
  expect(await read.select().from(invitations)).toEqual([])
})

test('the database keeps no token, and each step has its event', async () => {
  await invite(whitlock, quint, now)
  const token = await tokenFor(quint.email)
  expect(JSON.stringify(await read.select().from(invitations))).not.toContain(token)
  await acceptInvitation(token, arriving, now)
  const steps = await read.select().from(events).orderBy(desc(events.at))
  expect(steps.map(({ subjectKind, step }) => `${subjectKind} ${step}`)).toEqual(
    expect.arrayContaining(['invitation send', 'person join']),
  )
})

test('a coordinator finds people by name, address and role, in one round trip', async () => {
  const before = counts.trips
  const all = await listPeople(whitlock, { page: 1 })
  expect(counts.trips - before).toBe(1)
  expect(all.people).toHaveLength(25)
  expect(all.people[0]).toMatchObject({ name: 'Henry Abara', email: 'henry.abara@rotations.example' })
  const names = async (wanted: { q?: string; role?: 'coordinator' }) =>
    (await listPeople(whitlock, { page: 1, ...wanted })).people.map(({ name }) => name)
  expect(await names({ q: 'lena.p' })).toEqual(['Lena Park'])
  expect(await names({ role: 'coordinator' })).toEqual(['Noor Haddad', 'Joel Pierce', 'Ana Whitlock'])
  expect(await names({ q: '%' })).toEqual([])
  expect(await refusal(listPeople(students.park, { page: 1 }))).toBe(403)
})
