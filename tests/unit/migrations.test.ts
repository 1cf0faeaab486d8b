import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { rawDatabase } from '#db/client'
import { checkDatabase, migrateDatabase } from '#db/migrate'
import { freshDatabase } from '#tests/support/database'

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
