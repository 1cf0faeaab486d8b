import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { openDatabase, rawDatabase } from '#db/client'
import { checkDatabase, migrateDatabase } from '#db/migrate'
import { freshDatabase, leaveDatabase } from '#tests/support/database'
import { run } from '#tests/support/process'

beforeEach(() => freshDatabase())

const triggers = () =>
  rawDatabase().all<{ name: string; text: string }>(
    sql`select name, sql as text from sqlite_master where type = 'trigger' order by name`,
  )

test('the portal refuses a database that lost any one of its triggers, by name', async () => {
  const all = await triggers()
  expect(all.map(({ name }) => name)).toContain('signed_grades_are_never_deleted')
  for (const { name, text } of all) {
    await rawDatabase().run(sql.raw(`drop trigger ${name}`))
    await expect(checkDatabase()).rejects.toThrow(name)
    await expect(migrateDatabase()).rejects.toThrow(name)
    await rawDatabase().run(sql.raw(text))
  }
  await checkDatabase()
})

test('a database made by a newer version is left alone', async () => {
  await rawDatabase().run(sql`insert into __drizzle_migrations (hash, created_at) values ('next', 9999999999999)`)
  await expect(checkDatabase()).rejects.toThrow(/newer version/)
  await expect(migrateDatabase()).rejects.toThrow(/newer version/)
})

test('a database of an older version asks to be migrated', async () => {
  await rawDatabase().run(sql`delete from __drizzle_migrations`)
  await expect(checkDatabase()).rejects.toThrow(/npm run migrate/)
})

test('start waits for a process that is just closing the file', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'portal-')), 'portal.db')
  const holds = `
    import { createClient } from '@libsql/client'
    const client = createClient({ url: 'file:${file}' })
    await client.execute('create table held (id)')
    await client.execute('begin exclusive')
    console.log('held')
    setTimeout(() => client.execute('rollback'), 300)`
  const other = run(process.execPath, ['--input-type=module', '-e', holds])
  await vi.waitUntil(() => other.said().includes('held'), { timeout: 20_000 })
  await leaveDatabase()
  openDatabase({ url: `file:${file}` })
  await migrateDatabase()
  await checkDatabase()
})
