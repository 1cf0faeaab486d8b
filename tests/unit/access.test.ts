import { copyFileSync, existsSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadClock } from '#app/workflow/clock.server'
import { openDatabase, rawDatabase } from '#db/client'
import type { Person } from '#db/schema/people/actors'
import { attendings, residents, staff, students } from '#db/seed/cast'
import { seededFile } from '#tests/support/database'
import { type Asked, ask, urls } from '#tests/support/handler'
import { filled, recordsOfMarsh } from '#tests/support/records'

/** Whose records the table is about: Theo Marsh's finished rotation, which Elias Brandt must evaluate. */
const who: Record<string, Person | null> = {
  nobody: null,
  'the student': students.marsh,
  'another student': students.diallo,
  'the resident': residents.brandt,
  'another resident': residents.okafor,
  'an attending': attendings.chen,
  coordinator: staff.whitlock,
  'clerkship director': attendings.duarte,
  'program director': attendings.adler,
  reviewer: attendings.bauer,
  'health reviewer': staff.calloway,
}
/** Seen without signing in. */
const isPublic =
  /^\/($|program\/|clerkships$|clerkships\/:slug$|help|sign-in|sign-out|s\/|invitations\/|dev\/mail|styleguide|theme|robots|sitemap|\.well-known)/

const seeded = seededFile()
const folder = mkdtempSync(join(tmpdir(), 'access-'))
let records: Record<string, string>

beforeAll(async () => {
  use(seeded)
  await loadClock()
  records = await recordsOfMarsh()
  await rawDatabase().$client.execute('pragma wal_checkpoint(truncate)')
})

const pathOf = (url: string) => filled(url, records)

/** What the first test was answered: `POST /profile as coordinator` → 403. */
const answers: Record<string, string> = {}
/** The pages among them that refused, or were shown as they are. */
const pages: { asked: string; status: number; body: string }[] = []
let open = ''

function use(file: string): void {
  if (open !== file) openDatabase({ url: `file:${file}` })
  open = file
}

const get = (me: Person | null, path: string) => {
  use(seeded)
  return ask(me, path)
}

let copies = 0
let copy = ''
/** Whatever is written stands in the log beside the file first. */
const isWritten = (file: string) => existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0

/** Each POST acts on a database that no other has written to, so that no cell depends on another. */
async function post(me: Person | null, path: string): Promise<Asked> {
  if (!copy || isWritten(copy)) {
    copy = join(folder, `${copies++}.db`)
    copyFileSync(seeded, copy)
  }
  use(copy)
  await loadClock()
  return ask(me, path, { method: 'POST', body: new URLSearchParams() })
}

const cell = ({ status, location }: Asked) => (location?.startsWith('/sign-in') ? 'sign in' : String(status))

describe('who may open and post what', () => {
  test('stands in access.md, a line a URL: a new URL without its line fails', async () => {
    const lines: string[] = []
    const bugs: string[] = []
    for (const url of urls) {
      for (const method of ['GET', 'POST'] as const) {
        const cells: string[] = []
        for (const [name, me] of Object.entries(who)) {
          const asked = await (method === 'GET' ? get : post)(me, pathOf(url))
          if (asked.status >= 500 || asked.errors.length > 0)
            bugs.push(`${method} ${url} as ${name}: ${asked.status} ${asked.errors.join(' ')}`)
          cells.push(cell(asked))
          answers[`${method} ${url} as ${name}`] = cell(asked)
          if (asked.body.includes('<title>')) pages.push({ asked: `${method} ${url} as ${name}`, ...asked })
        }
        lines.push(`| ${method} ${url} | ${cells.join(' | ')} |`)
      }
    }
    expect(bugs).toEqual([])
    const head = [`| | ${Object.keys(who).join(' | ')} |`, `| --- |${' --- |'.repeat(Object.keys(who).length)}`]
    await expect(`${[...head, ...lines].join('\n')}\n`).toMatchFileSnapshot('access.md')
  }, 300_000)

  test('who may not open a form may not post it, before a word of it is read', () => {
    const refused = ['403', '404', '405', 'sign in']
    const taken = Object.keys(answers).filter((asked) => {
      const opened = answers[asked.replace(/^POST/, 'GET')]
      return asked.startsWith('POST') && refused.includes(opened) && !refused.includes(answers[asked])
    })
    expect(taken.map((asked) => `${asked}: ${answers[asked]}`)).toEqual([])
  })

  test('a page that refuses says so first: in its title, and nowhere else', () => {
    const isSaid = ({ body }: { body: string }) => /<title>Error: \S/.test(body)
    const wrong = pages.filter((it) => !it.asked.includes('/styleguide') && isSaid(it) !== it.status >= 400)
    expect(wrong.map(({ asked, status }) => `${asked}: ${status}`)).toEqual([])
    expect(pages.filter(({ status }) => status === 422).length).toBeGreaterThan(50)
  })

  test('each line of a refused form’s summary leads to its field, which is described by the same words', () => {
    const lost: string[] = []
    for (const { asked, body } of pages.filter(({ status }) => status === 422)) {
      const summary = /class="errors".*?<\/ul>/.exec(body)?.[0]
      if (!summary) lost.push(`${asked} has no summary`)
      for (const [, id] of summary?.matchAll(/href="#([^"]+)"/g) ?? []) {
        if (id.endsWith('-version')) continue // no browser leaves out what its form carries unseen
        const isThere = body.includes(` id="${id}"`)
        const isDescribed = new RegExp(`aria-describedby="[^"]*${id}-error`).test(body)
        if (!isThere || !isDescribed) lost.push(`${asked}: ${id}`)
      }
    }
    expect(lost).toEqual([])
  })

  test('nobody sees more than the public pages', async () => {
    const open: string[] = []
    for (const url of urls.filter((it) => !isPublic.test(it))) {
      const asked = await get(null, pathOf(url))
      if (cell(asked) !== 'sign in' && asked.status < 300) open.push(`${url}: ${asked.status}`)
    }
    expect(open).toEqual([])
  })

  test('another student’s record does not exist', async () => {
    const seen: string[] = []
    for (const url of urls.filter((it) => /:(application|placement|evaluation|letter)Id/.test(it))) {
      for (const send of [get, post]) {
        const asked = await send(students.diallo, pathOf(url))
        const redirectsInside = asked.status === 302 && asked.location !== null
        if (![403, 404, 405].includes(asked.status) && !redirectsInside) seen.push(`${url}: ${asked.status}`)
        if (asked.body.includes('Marsh')) seen.push(`${url} names Theo Marsh`)
      }
    }
    expect(seen).toEqual([])
  })

  test('data requests, which run one loader alone, refuse what the page refuses', async () => {
    const differs: string[] = []
    for (const url of urls) {
      for (const me of [null, students.diallo, residents.okafor]) {
        const [page, alone] = [
          await get(me, pathOf(url)),
          await get(me, `${pathOf(url) === '/' ? '/_root' : pathOf(url)}.data`),
        ]
        const expected = page.status >= 300 && page.status < 400 ? 202 : page.status
        if (alone.status !== expected && page.status !== 200)
          differs.push(`${url}: ${page.status} but data ${alone.status}`)
        if (page.status >= 400 && alone.body.includes('Marsh')) differs.push(`${url} names Theo Marsh in its data`)
      }
    }
    expect(differs).toEqual([])
  })
})
