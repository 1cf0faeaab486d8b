import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSettings, SAMPLE_SECRET } from '#app/settings/settings.server'
import { freshFile, seededFile } from '#tests/support/database'
import { type Portal, production, refusedStart, startPortal } from '#tests/support/server'

let portal: Portal
beforeAll(async () => {
  portal = await startPortal()
})
afterAll(() => portal?.stop())

type Answer = { status: number; headers: Record<string, string | string[] | undefined>; body: string }
type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** fetch would add and forbid headers of its own. */
function ask(path: string, { method = 'GET', headers, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const req = request(`${portal.url}${path}`, { method, headers, agent: false }, (res) => {
      let text = ''
      res.on('data', (chunk) => (text += chunk))
      res.on('end', () => resolve({ status: res.statusCode!, headers: res.headers, body: text }))
    })
    req.on('error', reject)
    req.end(body)
  })
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const ours = { 'sec-fetch-site': 'same-origin' }

describe('a form', () => {
  const sites = { 'cross-site': 403, 'same-site': 403, none: 403, 'same-origin': 'let in' }
  test.each(Object.entries(sites))('sent with Sec-Fetch-Site: %s is answered %s', async (site, expected) => {
    const { status, body } = await ask('/nowhere', {
      method: 'POST',
      headers: { ...form, 'sec-fetch-site': site },
      body: '',
    })
    expect(status).toBe(expected === 'let in' ? 404 : expected)
    if (expected === 403) expect(body).toMatch(/^This form was sent from outside the portal, so nothing was changed\./)
  })
  test('without Sec-Fetch-Site is let in by our own Origin only', async () => {
    const answer = async (origin?: string) =>
      (await ask('/nowhere', { method: 'POST', headers: { ...form, ...(origin && { origin }) }, body: '' })).status
    expect(await answer(portal.url)).toBe(404)
    expect(await answer('https://elsewhere.example')).toBe(403)
    expect(await answer('null')).toBe(403)
    expect(await answer()).toBe(403)
  })
  test('sent by another site changes nothing even to a page that does not exist as data', async () => {
    const headers = { ...form, 'sec-fetch-site': 'cross-site' }
    expect((await ask('/nowhere.data', { method: 'POST', headers, body: '' })).status).toBe(403)
  })
})

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'])('%s is refused with 405', async (method) => {
  const { status, headers } = await ask('/', { method, headers: ours })
  expect(status).toBe(405)
  expect(headers.allow).toBe('GET, HEAD, POST')
})

describe('a body that is too large', () => {
  const MB = 1024 * 1024
  test('is refused at once when it says so', async () => {
    const headers = { ...form, ...ours, 'content-length': String(2 * MB) }
    const { status, body } = await new Promise<Answer>((resolve, reject) => {
      const req = request(`${portal.url}/nowhere`, { method: 'POST', headers, agent: false }, async (res) => {
        let text = ''
        for await (const chunk of res) text += chunk
        resolve({ status: res.statusCode!, headers: res.headers, body: text })
        req.destroy()
      })
      req.on('error', reject)
      req.flushHeaders()
    })
    expect(status).toBe(413)
    expect(body).toMatch(/too large/)
  })
  test('is refused while it streams in, when it keeps its length to itself', async () => {
    const { status, body } = await new Promise<Answer>((resolve, reject) => {
      const headers = { ...form, ...ours, 'transfer-encoding': 'chunked' }
      const req = request(`${portal.url}/sign-in`, { method: 'POST', headers, agent: false }, async (res) => {
        let text = ''
        res.on('data', (chunk) => (text += chunk))
        await once(res, 'end')
        resolve({ status: res.statusCode!, headers: res.headers, body: text })
        req.end()
      })
      req.on('error', reject)
      req.write(Buffer.alloc(1.5 * MB, 'a')) // and no end: the answer cannot wait for it
    })
    expect([status, body]).toEqual([413, expect.stringMatching(/too large/)])
    expect((await ask('/healthz')).status, 'and the portal lives on').toBe(200)
    expect(portal.said()).not.toContain('bug')
  })
  test('as a file may have 21 MB', async () => {
    // As a browser asks: else the server may hang up once it has answered, while the file is still on its way.
    const headers = (bytes: number) => ({
      ...ours,
      connection: 'keep-alive',
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(bytes),
    })
    expect(
      (await ask('/nowhere', { method: 'POST', headers: headers(2 * MB), body: Buffer.alloc(2 * MB) })).status,
    ).toBe(404)
    const { status, body } = await ask('/nowhere', {
      method: 'POST',
      headers: headers(22 * MB),
      body: Buffer.alloc(22 * MB),
    })
    expect(status).toBe(413)
    expect(body).toBe('This file is too large. Choose one of at most 20 MB.')
  })
})

describe('the headers', () => {
  test('allow scripts by nonce only, a fresh one each time, and no inline style', async () => {
    const [one, two] = [await ask('/'), await ask('/')]
    const policy = String(one.headers['content-security-policy'])
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
    expect(policy.replace(nonce!, '…')).toBe(
      "default-src 'none';script-src 'self' 'nonce-…';style-src 'self';img-src 'self' blob:;connect-src 'self';" +
        "form-action 'self';base-uri 'none';frame-ancestors 'none'",
    )
    expect(two.headers['content-security-policy']).not.toBe(policy)
    const scripts = [...one.body.matchAll(/<script\b(?! type="application\/ld\+json")[^>]*>/g)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [tag] of scripts) expect(tag).toContain(`nonce="${nonce}"`)
    expect(one.body).not.toMatch(/\sstyle="|<style/)
  })
  test('guard every answer', async () => {
    const { headers } = await ask('/')
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security'], 'plain http').toBeUndefined()
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })
  test('keep what is not public out of every store and index', async () => {
    for (const path of ['/applications/1', '/s/token', '/nowhere', '/today.data']) {
      const { headers } = await ask(path)
      expect(headers['cache-control'], path).toBe('private, no-store')
      expect(headers['x-robots-tag'], path).toBe('noindex')
    }
  })
  test('let a public page be indexed, but not stored once somebody is signed in', async () => {
    const anyone = await ask('/')
    expect(anyone.headers['x-robots-tag']).toBeUndefined()
    expect(anyone.headers['cache-control']).toBe('no-cache')
    const somebody = await ask('/', { headers: { cookie: 'session=x' } })
    expect(somebody.headers['cache-control']).toBe('private, no-store')
  })
  test('let assets be kept for a year, and compress them', async () => {
    const path = /\/assets\/entry\.client-[^"]+\.js/.exec((await ask('/')).body)![0]
    const { headers } = await ask(path, { headers: { 'accept-encoding': 'gzip' } })
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-encoding']).toBe('gzip')
  })
})

test('an address that cannot be decoded is the sender’s fault', async () => {
  expect((await ask('/%ff')).status).toBe(400)
})

test('the log tells what was asked without tokens, query strings or addresses', async () => {
  const secrets = [
    '/s/tok-secret-1?name=secret-2',
    '/calendar/tok-secret-3.ics',
    '/invitations/tok-secret-4.data',
    '/secret-5@example.edu',
  ]
  for (const path of secrets) await ask(path, { headers: { 'x-forwarded-for': '203.0.113.7', cookie: 'secret-6' } })
  await expect.poll(() => portal.said()).toContain('/:other')
  expect(portal.said()).not.toMatch(/secret|203\.0\.113|127\.0\.0\.1|cookie/)
  const lines = portal
    .said()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
  const asked = lines.find(({ path }) => path === '/s/:token')
  expect(Object.keys(asked).sort()).toEqual(['id', 'level', 'method', 'ms', 'msg', 'path', 'status', 'time'])
})

test('/healthz and /readyz answer, and say which part is in trouble', async () => {
  expect((await ask('/healthz')).body).toBe('ok')
  const { status, body } = await ask('/readyz')
  expect([status, JSON.parse(body)]).toEqual([200, { database: 'ok', disk: 'ok', jobs: 'ok' }])
})

describe('SIGTERM', () => {
  test('lets a request in flight finish, takes no new one, and ends well', async () => {
    const own = await startPortal()
    const { socket, answer } = await halfSent(own, 'email=ana%40sch', 'ool.example'.length)
    const ended = own.stop()
    await expect.poll(() => fetch(own.url).catch(() => 'refused')).toBe('refused')
    expect(answer(), 'still waiting for the rest of the form').toBe('')
    socket.write('ool.example')
    expect(await ended).toBe(0)
    expect(answer()).toMatch(/^HTTP\/1\.1 302 Found|^HTTP\/1\.1 303 See Other/)
  })
  test('sent to npm reaches the portal', async () => {
    const own = await startPortal({ by: 'npm' })
    expect(await own.stop()).toBe(0)
    await expect(fetch(own.url)).rejects.toThrow()
  })
})

/** A sign-in form of which only the beginning has been sent. */
async function halfSent({ url }: Portal, beginning: string, missing: number) {
  const socket = connect(Number(new URL(url).port), 'localhost')
  await once(socket, 'connect')
  let text = ''
  socket.on('data', (chunk) => (text += chunk))
  socket.write('POST /sign-in HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n')
  socket.write(
    `Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ${beginning.length + missing}\r\n\r\n`,
  )
  socket.write(beginning)
  await new Promise((resolve) => setTimeout(resolve, 200))
  return { socket, answer: () => text }
}

describe('in production', () => {
  const enough = {
    NODE_ENV: 'production',
    DATABASE_URL: 'file:nowhere.db',
    SESSION_SECRET: 'x'.repeat(32),
    ORIGIN: 'https://rotations.example.edu',
    SMTP_URL: 'smtp://localhost',
    MAIL_FROM: 'portal@example.edu',
  }
  test('the portal starts with everything', () => {
    expect(readSettings(enough)).toMatchObject({
      isProduction: true,
      origin: 'https://rotations.example.edu',
      logLevel: 'info',
    })
  })
  test.each([
    ['SESSION_SECRET', undefined, 'SESSION_SECRET is missing'],
    ['SESSION_SECRET', 'x'.repeat(31), 'SESSION_SECRET has 31 bytes and needs at least 32'],
    ['SESSION_SECRET', SAMPLE_SECRET, "SESSION_SECRET is the README's sample"],
    ['ORIGIN', undefined, 'ORIGIN is missing'],
    ['ORIGIN', 'http://rotations.example.edu', 'ORIGIN must start with https://'],
    ['ORIGIN', 'rotations', 'ORIGIN must be a web address'],
    ['DATABASE_URL', undefined, 'DATABASE_URL is missing'],
    ['SMTP_URL', undefined, 'SMTP_URL is missing'],
    ['SMTP_URL', 'localhost:25', 'SMTP_URL must start with smtp:// or smtps://'],
    ['PORT', 'three', 'PORT must be a number'],
  ])('%s=%s is refused: %s', (name, value, sentence) => {
    expect(() => readSettings({ ...enough, [name]: value })).toThrow(`The portal cannot start: ${sentence}.`)
  })
  test('npm start says in one sentence all that is missing, and ends', async () => {
    const { code, said } = await refusedStart({ NODE_ENV: 'production', ORIGIN: 'http://rotations.example.edu' })
    expect(code).toBe(1)
    expect(said.trim()).toBe(
      'The portal cannot start: SESSION_SECRET is missing; ORIGIN must start with https://; ' +
        'DATABASE_URL is missing; SMTP_URL is missing; MAIL_FROM is missing.',
    )
  })
  test('nobody opens the mail of the demonstration or the styleguide', async () => {
    const { url, stop } = await startPortal({ env: production(`file:${freshFile()}`) })
    const statusOf = async (path: string) => (await fetch(`${url}${path}`)).status
    expect(await Promise.all(['/help', '/dev/mail', '/dev/mail.data', '/styleguide'].map(statusOf))).toEqual([
      200, 404, 404, 404,
    ])
    await stop()
  })
  test('a demonstration is never a real portal: its mail goes nowhere', async () => {
    const { code, said } = await refusedStart(production(`file:${seededFile()}`))
    expect([code, said.trim()]).toEqual([
      1,
      'This database is a demonstration: its people are invented and its messages are printed, not sent. ' +
        'Set DATABASE_URL to a database of your own.',
    ])
  })
  test('a database address alone is production too', () => {
    expect(() => readSettings({ DATABASE_URL: 'libsql://db.example.edu' })).toThrow(/SESSION_SECRET is missing/)
  })
})
