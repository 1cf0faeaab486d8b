import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '#db/seed/cast'
import { countRows, type Manifest, openFile } from '#db/snapshot'
import { run } from '#tests/support/process'
import { type Portal, startPortal } from '#tests/support/server'
import { signedIn, visitor } from '#tests/support/visitor'

const place = mkdtempSync(join(tmpdir(), 'portal-backup-'))
const here = { database: join(place, 'portal.db'), files: join(place, 'files') }
const there = { database: join(place, 'elsewhere', 'portal.db'), files: join(place, 'elsewhere', 'files') }
let portal: Portal | undefined
let backup: string
let manifest: Manifest

type At = { database: string; files: string }
/** Runs one of the README's scripts as an operator would: its exit code, and what it said. */
async function operator(script: 'backup' | 'restore', { database, files }: At, argument: string) {
  const env = { ...process.env, NODE_ENV: '', DATABASE_FILE: database, FILES_DIR: files }
  const child = run('npm', ['run', '--silent', script, '--', argument], env)
  const code = await new Promise<number | null>((resolve) => child.process.once('close', resolve))
  return { code, said: child.said() }
}

/** Counts in a copy: a closed client holds its file until its statements are collected. */
async function counts(database: string): Promise<Record<string, number>> {
  const copy = join(mkdtempSync(join(place, 'copy-')), 'portal.db')
  for (const end of ['', '-wal']) if (existsSync(database + end)) copyFileSync(database + end, copy + end)
  const client = openFile(copy)
  return countRows(client).finally(() => client.close())
}

beforeAll(async () => {
  portal = await startPortal(here)
}, 60_000)
afterAll(() => portal?.stop())

/** Signs people in, four at a time, while `work` runs; returns how many were acknowledged before and after it. */
async function underLoad(work: () => Promise<void>) {
  let [isOver, signIns] = [false, 0]
  const writer = async () => {
    while (!isOver) {
      const { status } = await visitor(portal!).post('/sign-in/as', { as: cast.park.personId })
      expect(status).toBeLessThan(400)
      signIns++
    }
  }
  const writers = Promise.all(Array.from({ length: 4 }, writer))
  await expect.poll(() => signIns, { timeout: 20_000 }).toBeGreaterThan(20)
  const before = signIns
  await work().finally(() => (isOver = true))
  const after = signIns
  await writers
  return { before, after }
}

test('a backup under load holds every write that was acknowledged before it began', async () => {
  const acknowledged = await underLoad(async () => {
    const { code, said } = await operator('backup', here, join(place, 'backups'))
    expect([code, said]).toEqual([0, expect.stringContaining('checked')])
  })
  backup = join(place, 'backups', readdirSync(join(place, 'backups'))[0])
  manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'))
  expect(acknowledged.after).toBeGreaterThan(acknowledged.before)
  expect(manifest.rows.sign_ins).toBeGreaterThanOrEqual(acknowledged.before)
  expect(manifest.rows.sign_ins).toBeLessThanOrEqual(acknowledged.after + 4)
  expect(manifest.files).toBe(manifest.rows.files)
  expect(manifest.files).toBeGreaterThan(0)
})

test('it is restored into an empty folder with the rows it had, and people sign in and read their files', async () => {
  expect(await operator('restore', there, backup)).toEqual({
    code: 0,
    said: expect.stringContaining('Start the portal'),
  })
  expect(await counts(there.database)).toEqual(manifest.rows)
  const restored = await startPortal(there)
  try {
    const lena = await signedIn(restored, cast.park)
    expect((await lena.get('/today')).status).toBeLessThan(400)
    const applications = await lena.get('/applications')
    const [, id] = /\/applications\/([0-9a-f]{8,})/.exec(applications.body) ?? []
    expect((await lena.get(`/applications/${id}/documents/cv/file`)).status).toBe(200)
  } finally {
    await restored.stop()
  }
})

test('nothing is restored over a portal that runs, and what was there is put aside once it has stopped', async () => {
  const refused = await operator('restore', here, backup)
  expect(refused).toEqual({ code: 1, said: expect.stringContaining('stop it first') })
  await portal!.stop()
  portal = undefined
  const atTheStop = await counts(here.database)
  expect(await operator('restore', here, backup)).toEqual({ code: 0, said: expect.stringContaining('is kept as') })
  expect(await counts(here.database)).toEqual(manifest.rows)
  const aside = readdirSync(place).find((name) => /before-.*\d$/.test(name))
  expect(await counts(join(place, aside!))).toEqual(atTheStop)
})

test('a damaged backup is refused in one sentence and leaves nothing behind', async () => {
  const kept = join(backup, 'files', 'kept')
  const folder = join(kept, readdirSync(kept)[0])
  writeFileSync(join(folder, readdirSync(folder)[0]), 'something else')
  const nowhere = { database: join(place, 'nowhere', 'portal.db'), files: join(place, 'nowhere', 'files') }
  const refused = await operator('restore', nowhere, backup)
  expect(refused).toEqual({ code: 1, said: expect.stringMatching(/^Nothing was restored\..* is damaged\.\n$/) })
  expect(existsSync(nowhere.database)).toBe(false)
})
