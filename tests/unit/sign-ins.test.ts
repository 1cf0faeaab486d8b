import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { nextPath } from '#app/people/sign-in'
import { keepToken } from '#app/people/sign-in-cookie.server'
import { endSignIns, findSignIn, resolvePerson, signOut, stampSeen, startSignIn } from '#app/people/sign-ins.server'
import { keepRefusedForm, keptForm } from '#app/workflow/drafts.server'
import { counts, read, write } from '#db/client'
import { signIns } from '#db/schema/index'
import { residents, staff, students } from '#db/seed/cast'
import { seededDatabase } from '#tests/support/database'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const noon = new Date('2026-11-24T20:00:00Z')
const later = (ms: number) => new Date(noon.getTime() + ms)
const { park, weiss } = students
const { whitlock } = staff

beforeEach(() => seededDatabase())

/** The Cookie header of a browser in which this person signs in at noon. */
async function signIn({ personId }: { personId: string }, oldToken: string | null = null) {
  const token = await write((tx) => startSignIn(tx, personId, { device: 'Firefox on Windows', oldToken }, noon))
  return { token, cookie: (await keepToken(token)).split(';')[0] }
}

test('the cookie leads to the person and their roles in one round trip', async () => {
  const { cookie } = await signIn(residents.haddad)
  const before = counts.trips
  const me = await resolvePerson(cookie, later(MINUTE))
  expect(counts.trips - before).toBe(1)
  expect(me).toMatchObject({ name: 'Noor Haddad' })
  expect([...me!.roles].sort()).toEqual(['coordinator', 'resident'])
})

test('the database keeps no token, only its hash', async () => {
  const { token } = await signIn(park)
  const rows = await read.select().from(signIns)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(rows[0].tokenHash).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  ['a coordinator stays signed in', whitlock, 2 * HOUR - 1, true],
  ['a coordinator is signed out after two idle hours', whitlock, 2 * HOUR, false],
  ['a student stays signed in', park, 14 * DAY - 1, true],
  ['a student is signed out after fourteen idle days', park, 14 * DAY, false],
])('%s', async (_, who, ms, isIn) => {
  const { cookie } = await signIn(who)
  expect((await resolvePerson(cookie, later(ms))) !== null).toBe(isIn)
})

test('however busy, a sign-in ends after thirty days', async () => {
  const { cookie } = await signIn(park)
  await write((tx) => tx.update(signIns).set({ seenAt: later(30 * DAY - MINUTE) }))
  expect(await resolvePerson(cookie, later(30 * DAY - 1))).not.toBeNull()
  expect(await resolvePerson(cookie, later(30 * DAY))).toBeNull()
})

test('the idle stamp is written once a minute, however many requests ask for it', async () => {
  const { cookie } = await signIn(park)
  const signedIn = (await findSignIn(cookie, later(10 * MINUTE)))!
  await Promise.all(Array.from({ length: 20 }, (_, n) => stampSeen(signedIn, later(10 * MINUTE + n))))
  const [row] = await read.select().from(signIns)
  expect(row.seenAt).toEqual(later(10 * MINUTE))
  await stampSeen({ id: row.id, seenAt: row.seenAt }, later(10 * MINUTE + 59_000))
  expect((await read.select().from(signIns))[0].seenAt).toEqual(later(10 * MINUTE))
})

test('signing in again in the same browser ends the former sign-in', async () => {
  const first = await signIn(park)
  const second = await signIn(weiss, first.token)
  expect(await resolvePerson(first.cookie, noon)).toBeNull()
  expect(await resolvePerson(second.cookie, noon)).toMatchObject({ name: 'Jonah Weiss' })
})

test('a copied cookie is worth nothing after signing out everywhere', async () => {
  const [phone, laptop] = [await signIn(park), await signIn(park)]
  const somebodyElse = await signIn(weiss)
  await endSignIns(park, undefined, noon)
  expect(await resolvePerson(phone.cookie, noon)).toBeNull()
  expect(await resolvePerson(laptop.cookie, noon)).toBeNull()
  expect(await resolvePerson(somebodyElse.cookie, noon)).not.toBeNull()
})

test('a person ends one of their devices, but nobody else’s', async () => {
  const [phone, laptop] = [await signIn(park), await signIn(park)]
  const { id } = (await findSignIn(phone.cookie, noon))!
  await endSignIns(weiss, id, noon)
  expect(await resolvePerson(phone.cookie, noon)).not.toBeNull()
  await endSignIns(park, id, noon)
  expect(await resolvePerson(phone.cookie, noon)).toBeNull()
  expect(await resolvePerson(laptop.cookie, noon)).not.toBeNull()
})

test('signing out ends the row, not only the cookie', async () => {
  const { cookie } = await signIn(park)
  await signOut(cookie, noon)
  const [row] = await read.select().from(signIns).where(eq(signIns.personId, park.personId))
  expect(row.endedAt).toEqual(noon)
})

test('a made-up cookie is nobody', async () => {
  await signIn(park)
  const madeUp = (await keepToken('made-up')).split(';')[0]
  for (const cookie of [madeUp, 'sign-in=%00', 'sign-in=e30=', '', null]) expect(await resolvePerson(cookie)).toBeNull()
})

test('words sent after the sign-in ran out come back to the same person for thirty minutes', async () => {
  const back = await keepRefusedForm(
    park,
    '/account?tab=me',
    [
      ['name', 'Lena P.'],
      ['__intent__', 'x'],
    ],
    noon,
  )
  expect(back).toBe('/account?tab=me&kept=yes')
  expect(await keptForm(park, back, later(29 * MINUTE))).toMatchObject({ initialValue: { name: 'Lena P.' } })
  expect(await keptForm(park, back, later(30 * MINUTE))).toBeNull()
  expect(await keptForm(weiss, back, noon)).toBeNull()
  expect(await keptForm(null, back, noon)).toBeNull()
  const before = counts.trips
  expect(await keptForm(park, '/account?tab=me', noon)).toBeNull()
  expect(counts.trips).toBe(before)
})

test.each([
  ['/placements/1?tab=2', '/placements/1?tab=2'],
  ['//evil.example', '/today'],
  ['/\\evil.example', '/today'],
  ['/\t/evil.example', '/today'],
  ['https://evil.example', '/today'],
  ['/sign-in?next=/sign-in', '/today'],
  [null, '/today'],
])('after signing in, next=%s leads to %s', (next, path) => {
  expect(nextPath(next)).toBe(path)
})
