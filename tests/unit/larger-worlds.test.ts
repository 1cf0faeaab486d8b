import { getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, expect, test } from 'vitest'
import { type Stage, stages } from '#app/apply/review'
import { listWorklist } from '#app/apply/worklist.server'
import { openDatabase, rawDatabase, read } from '#db/client'
import * as schema from '#db/schema/index'
import { cast } from '#db/seed/cast'
import { demoStartsAt } from '#db/seed/index'
import { seedLarger } from '#db/seed/larger'
import { leaveDatabase, seededFile } from '#tests/support/database'
import { brokenRules } from '#tests/support/invariants'
import { refusedStart } from '#tests/support/server'

afterAll(leaveDatabase)

async function makeWorld(applicants: number, years: number): Promise<void> {
  openDatabase({ url: `file:${seededFile()}` })
  await seedLarger({ applicants, years })
}

async function allRows(): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {}
  for (const table of Object.values(schema).filter((it) => is(it, SQLiteTable)) as SQLiteTable[])
    if (getTableName(table) !== 'clock') found[getTableName(table)] = await read.select().from(table)
  return found
}

const ask = async (sql: string) => (await rawDatabase().$client.execute(sql)).rows.map((row) => Object.values(row))

test('three years of 100 applicants break no rule, fill every seat of the past, and are the same each time', async () => {
  await makeWorld(100, 3)
  expect(await brokenRules(demoStartsAt)).toEqual([])
  expect(await ask('select year_id, count(*) from applications group by 1 order by 1')).toEqual([
    ['2024-25', 100],
    ['2025-26', 100],
    ['2026-27', 100],
  ])
  const rotated = `select o.year, count(*) from (select p.status, b.year_id as year from placements p join openings o
    on o.id = p.opening_id join blocks b on b.id = o.block_id) o where o.status = 'completed' group by 1 order by 1`
  expect(await ask(rotated)).toEqual([
    ['2024-25', 38],
    ['2025-26', 38],
    ['2026-27', 15],
  ])
  expect(await ask('select count(distinct status) from applications')).toEqual([[8]])
  const first = await allRows()
  await makeWorld(100, 3)
  expect(await allRows()).toEqual(first)
}, 60_000)

test('in a larger world every tab of the worklist counts what its list holds', async () => {
  await makeWorld(100, 2)
  const asked = { q: '', block: '', service: '', school: '', page: 1 }
  for (const stage of Object.keys(stages) as Stage[]) {
    const { counts, total } = await listWorklist(cast.whitlock, { ...asked, stage })
    expect([stage, counts[stage]]).toEqual([stage, total])
  }
  const { counts } = await listWorklist(cast.whitlock, { ...asked, stage: 'all' })
  expect([counts.all, counts.placed]).toEqual([200 - Number((await ask(drafts))[0][0]), 58])
})
const drafts = "select count(*) from applications where status = 'draft'"

test('as many applicants as the demo year has, in one year, are the demo year', async () => {
  openDatabase({ url: `file:${seededFile()}` })
  const demo = await allRows()
  await seedLarger({ applicants: 44, years: 1 })
  expect(await allRows()).toEqual(demo)
})

test('a size that is none is refused in a sentence, and nothing is written', async () => {
  const args = ['--import', 'tsx', 'db/seed/run.ts', '--applicants', 'many']
  const { code, said } = await refusedStart({ DATABASE_FILE: '/nowhere/portal.db' }, args)
  expect([code, said.trim()]).toEqual([1, 'Say --applicants 1 to 10000 a year, and --years 1 to 50.'])
})
