import { beforeAll, describe, expect, test } from 'vitest'
import { loadClock } from '#app/workflow/clock.server'
import { openDatabase, read } from '#db/client'
import { attendings, type Member, residents, staff } from '#db/seed/cast'
import { seededFile } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { pages, pathOf, recordsOf } from '#tests/support/pages'

const members: Member[] = [residents, attendings, staff].flatMap((group) => Object.values(group))
const opened = pages.flatMap(({ who, paths }) =>
  paths.map((path) => ({ who: members.find(({ name }) => name === who), path })),
)
/** Lists of what waits, of accounts, of mail by address: they name a student and lead to the record, which notes it. */
const onlyNames = ['/today', '/evaluations', '/people', '/messages']
const byStaff = opened.filter(
  (it): it is { who: Member; path: string } => it.who !== undefined && !onlyNames.includes(it.path),
)
const textOf = (body: string) => /<main.*<\/main>/s.exec(body)?.[0].replaceAll(/<[^>]+>/g, ' ') ?? ''

let students: { id: string; name: string }[] = []
let records: Record<string, string> = {}

beforeAll(async () => {
  const file = seededFile()
  openDatabase({ url: `file:${file}` })
  await loadClock()
  records = await recordsOf(file)
  const applicants = new Set((await read.query.applications.findMany()).map(({ studentId }) => studentId))
  students = (await read.query.people.findMany()).filter(({ id }) => applicants.has(id))
})

describe('a student whom staff see by name', () => {
  test.each(byStaff)('$path, opened by $who.name, notes it', async ({ who, path }) => {
    const { body, disclosed } = await ask(who, pathOf(path, records))
    const seen = students.filter(({ name }) => textOf(body).includes(name))
    expect(seen.filter(({ id }) => !disclosed.includes(id)).map(({ name }) => name)).toEqual([])
  })
})
