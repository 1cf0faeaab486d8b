import { and, desc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { addAddress } from '#app/people/addresses.server'
import { signInByCode } from '#app/people/code-strategy.server'
import { askForCode } from '#app/people/codes.server'
import { forgetWhatRanOut } from '#app/people/oblivion.server'
import { codePath } from '#app/people/sign-in'
import { loadClock } from '#app/workflow/clock.server'
import { closeDatabase, counts, openDatabase, read, write } from '#db/client'
import { addresses, codes, messages, people, roles, signIns } from '#db/schema/index'
import { students } from '#db/seed/cast'

import { seededDatabase } from '#tests/support/database'

const MINUTE = 60_000
const noon = new Date('2026-11-24T20:00:00Z')
const later = (ms: number) => new Date(noon.getTime() + ms)
const arriving = { device: 'Firefox on Windows', oldToken: null }
const { park, weiss } = students
const stranger = 'jo.bell@new-school.example'

let where: { url: string }
beforeEach(async () => {
  where = await seededDatabase()
})

const ask = (email: string, now = noon, from = '10.0.0.1') => askForCode({ email, page: codePath(email), from }, now)

/** The code in the newest message to this address. */
async function codeIn(email: string): Promise<string> {
  const [message] = await read.select().from(messages).where(eq(messages.toAddress, email)).orderBy(desc(messages.id))
  return /code is (\d{6})/.exec(message.text)![1]
}

const codesOf = async (email: string) =>
  (
    await read
      .select()
      .from(messages)
      .where(and(eq(messages.toAddress, email), eq(messages.kind, 'code')))
  ).map(({ text }) => /(\d{6})/.exec(text)![1])

async function askedCode(email: string, now = noon): Promise<string> {
  const before = await codesOf(email)
  await ask(email, now)
  return (await codesOf(email)).find((code) => !before.includes(code))!
}

const use = (email: string, code: string, now = noon) => signInByCode({ email, code, arriving }, now)
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

test('the e-mailed code signs its address in', async () => {
  await ask(park.email)
  expect(await use(park.email, await codeIn(park.email))).toHaveProperty('token')
  const [row] = await read.select().from(signIns)
  expect(row.personId).toBe(park.personId)
})

test('of twenty uses of one code at once, one signs in and the others read that it no longer counts', async () => {
  const code = await askedCode(park.email)
  const taken = await Promise.all(Array.from({ length: 20 }, () => use(park.email, code)))
  expect(taken.filter((one) => 'token' in one)).toHaveLength(1)
  expect(new Set(taken.flatMap((one) => ('problem' in one ? [one.problem] : [])))).toEqual(
    new Set(['This code no longer counts. Ask for a new one below']),
  )
  expect(await read.select().from(signIns)).toHaveLength(1)
})

test('after five wrong tries the right code no longer counts', async () => {
  const code = await askedCode(park.email)
  const said: unknown[] = []
  for (let n = 0; n < 5; n++) said.push(await use(park.email, wrongFor(code)))
  expect(said[0]).toEqual({ problem: 'The code is not right. Check the e-mail: you have 4 tries left' })
  expect(said[3]).toEqual({ problem: 'The code is not right. Check the e-mail: you have 1 try left' })
  expect(said[4]).toEqual({ problem: 'This code no longer counts. Ask for a new one below' })
  expect(await use(park.email, code)).toEqual(said[4])
})

test('fifty wrong tries at once count as fifty: the right code no longer counts', async () => {
  const code = await askedCode(park.email)
  await Promise.all(Array.from({ length: 50 }, () => use(park.email, wrongFor(code))))
  expect(await use(park.email, code)).toHaveProperty('problem')
})

test('a code counts for fifteen minutes', async () => {
  const code = await askedCode(park.email)
  expect(await use(park.email, code, later(15 * MINUTE))).toHaveProperty('problem')
  expect(await use(park.email, code, later(15 * MINUTE - 1))).toHaveProperty('token')
})

test('a new code takes the place of the one before', async () => {
  const [first, second] = [await askedCode(park.email), await askedCode(park.email)]
  expect(await use(park.email, first)).toHaveProperty('problem')
  expect(await use(park.email, second)).toHaveProperty('token')
})

test('a code opens no other address', async () => {
  const code = await askedCode(park.email)
  await askedCode(weiss.email)
  expect(await use(weiss.email, wrongFor('')).then((one) => 'token' in one)).toBe(false)
  expect(await use(stranger, code)).toHaveProperty('problem')
})

test('the database keeps no code: not the row, and not the message once it has run out', async () => {
  const code = await askedCode(park.email)
  expect(JSON.stringify(await read.select().from(codes))).not.toContain(code)
  await write((tx) => tx.update(messages).set({ status: 'sent', sentAt: noon }))
  await forgetWhatRanOut(later(14 * MINUTE), later(14 * MINUTE))
  expect(JSON.stringify(await read.select().from(messages))).toContain(code)
  await forgetWhatRanOut(later(16 * MINUTE), later(16 * MINUTE))
  expect(JSON.stringify(await read.select().from(messages))).not.toContain(code)
  expect(await read.select().from(codes)).toEqual([])
})

test('an unknown address becomes a student at its first right code, once', async () => {
  const code = await askedCode(stranger)
  expect(await read.select().from(addresses).where(eq(addresses.email, stranger))).toEqual([])
  await Promise.all([use(stranger, code), use(stranger, code)])
  const [address] = await read.select().from(addresses).where(eq(addresses.email, stranger))
  const [person] = await read.select().from(people).where(eq(people.id, address.personId))
  expect(person).toMatchObject({ name: 'Jo Bell', familyName: 'Bell' })
  const has = await read.select().from(roles).where(eq(roles.personId, person.id))
  expect(has.map(({ role }) => role)).toEqual(['student'])
  expect(await use(stranger, await askedCode(stranger))).toHaveProperty('token')
  expect(await read.select().from(people).where(eq(people.familyName, 'Bell'))).toHaveLength(2)
})

test('known and unknown addresses go the same way: the same statements, the same message', async () => {
  const traced = async (email: string) => {
    const before = { ...counts }
    await ask(email)
    return { statements: counts.statements - before.statements, trips: counts.trips - before.trips }
  }
  expect(await traced(stranger)).toEqual(await traced(park.email))
  const words = async (email: string) => {
    const [row] = await read.select().from(messages).where(eq(messages.toAddress, email))
    return row.text.replaceAll(encodeURIComponent(email), 'IT').replace(/\d{6}/g, 'CODE')
  }
  expect(await words(stranger)).toBe(await words(park.email))
})

test('the sixth code of an hour to one address is refused, and a restart does not reset it', async () => {
  for (let n = 0; n < 5; n++) await ask(park.email, noon, `10.0.0.${n}`)
  closeDatabase()
  openDatabase(where)
  await loadClock()
  const refused = await ask(park.email, noon, '10.0.0.9').catch((refusal: Response) => refusal)
  expect(refused).toMatchObject({ status: 429 })
  expect(Number((refused as Response).headers.get('Retry-After'))).toBe(3600)
  expect(await (refused as Response).text()).toBe('Too many codes were asked for. Ask for the next one in 60 minutes.')
  expect(await codesOf(park.email)).toHaveLength(5)
  await ask(park.email, later(60 * MINUTE), '10.0.0.9')
  expect(await codesOf(park.email)).toHaveLength(6)
})

test('the thirty-first code of an hour from one sender is refused', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => ask(`n${n}@new-school.example`)))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
})

test('a second address is added by its code, signs in the same person, and belongs to nobody else', async () => {
  const mine = 'lena@home.example'
  expect(await addAddress(park, mine, await askedCode(mine), noon)).toEqual({ email: mine })
  await use(mine, await askedCode(mine))
  expect((await read.select().from(signIns))[0].personId).toBe(park.personId)
  expect(await addAddress(weiss, mine, await askedCode(mine), noon)).toHaveProperty('problem')
  expect(await addAddress(park, weiss.email, wrongFor(await askedCode(weiss.email)), noon)).toHaveProperty('problem')
})
