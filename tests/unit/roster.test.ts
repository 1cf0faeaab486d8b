import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { keepList, placeList } from '#app/assign/lists.server'
import { publishDrafts } from '#app/assign/publication.server'
import { csvOf } from '#app/files/csv.server'
import { findRoster } from '#app/report/roster.server'
import { rosterPdf } from '#app/report/roster-pdf.server'
import { setDemoClock } from '#app/workflow/clock.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { block } from '#db/seed/calendar'
import { attendings, residents, staff, students } from '#db/seed/cast'
import { demoStartsAt as now } from '#db/seed/index'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const ana = staff.whitlock
const year = '2026-27'
const all = { block: '', on: '' }

beforeAll(async () => {
  await seededDatabase()
  await setDemoClock(now)
})

describe('the roster of visiting students', () => {
  test('says who is here on a day, from which school, with which papers', async () => {
    const { rows } = await findRoster(ana, year, { ...all, on: '2026-11-30' }, now)
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ student: 'Jonah Weiss', block: '6', firstOn: '2026-11-23', lastOn: '2026-12-18', status: 'Confirmed' },
        ...{ service: 'Peripheral IR', agreement: 'Covered', malpractice: 'Accepted', clearance: 'Cleared' },
      }),
    ])
    expect((await findRoster(ana, year, { ...all, on: '2026-12-25' }, now)).rows).toEqual([])
  })

  test('lists a block, and leaves out who has not accepted', async () => {
    const names = async (name: string) =>
      (await findRoster(ana, year, { ...all, block: block(name) }, now)).rows.map(({ student }) => student)
    expect(await names('8')).toEqual([students.fontaine.name])
    expect((await findRoster(ana, year, all, now)).rows).toHaveLength(20)
  })

  test('ignores a block that the year does not have', async () => {
    const { rows, wanted } = await findRoster(ana, year, { ...all, block: 'bar' }, now)
    expect(rows).toHaveLength(20)
    expect(wanted).toEqual(all)
  })

  test('says of health no more than cleared or not', async () => {
    const { rows } = await findRoster(ana, year, all, now)
    expect(new Set(rows.map(({ clearance }) => clearance))).toEqual(new Set(['Cleared', 'Not cleared']))
  })

  test('is not for students and residents, and no year that is not there', async () => {
    for (const me of [students.weiss, residents.brandt])
      expect(await refusalOf(findRoster(me, year, all, now))).toMatch(/^403/)
    expect(await refusalOf(findRoster(ana, '1999-00', all, now))).toMatch(/^404/)
    expect((await findRoster(attendings.adler, year, all, now)).rows).toHaveLength(20)
  })

  test('comes as CSV with the same filter, a line a student', async () => {
    const { status, body } = await ask(ana, `/roster/${year}.csv?on=2026-11-30`)
    expect(status).toBe(200)
    const [heads, line, end] = body.replace('\uFEFF', '').split('\r\n')
    expect(heads).toBe(
      'Student,School,Clerkship,Block,First day,Last day,Service,Status,Agreement,Malpractice cover,Health',
    )
    expect(line).toMatch(/^Jonah Weiss,.*,6,2026-11-23,2026-12-18,Peripheral IR,Confirmed,Covered,Accepted,Cleared$/)
    expect(end).toBe('')
  })

  test('comes as a tagged PDF, with the heads on each page', async () => {
    const { status, body } = await ask(ana, `/roster/${year}.pdf`)
    expect(status).toBe(200)
    expect(body).toMatch(/^%PDF-1\.7/)
    expect(body).toContain('/MarkInfo')
    expect(body.match(/\/S \/TR\b/g)).toHaveLength(21)
    const { rows } = await findRoster(ana, year, all, now)
    const long = (await rosterPdf('Many', [...rows, ...rows, ...rows], now)).toString('latin1')
    const pages = long.match(/\/Type \/Page\b/g)!.length
    expect(pages).toBeGreaterThan(1)
    expect(long.match(/\/S \/TR\b/g)).toHaveLength(60 + pages)
  })
})

test('of who came by a list the roster says that nobody asked them for papers, wherever it is read', async () => {
  await keepList(ana, year, 'Student,Block,Service\nImani Cole,12,Peripheral IR\n')
  await placeList(ana, year, now)
  const drafts = await read
    .select({ id: t.placements.id })
    .from(t.placements)
    .innerJoin(t.applications, eq(t.applications.id, t.placements.applicationId))
    .where(eq(t.applications.isListed, true))
  await publishDrafts(ana, year, { placementIds: drafts.map((it) => it.id), daysSet: {} }, now)
  const { rows } = await findRoster(ana, year, { ...all, block: block('12') }, now)
  expect(rows).toMatchObject([{ student: 'Imani Cole', malpractice: 'Not asked', clearance: 'Not asked' }])
  const csv = await ask(ana, `/roster/${year}.csv?block=${block('12')}`)
  expect(csv.body).toMatch(/Imani Cole,.*,Covered,Not asked,Not asked\r\n/)
  const page = await ask(ana, `/roster/${year}?block=${block('12')}`)
  expect(page.body.match(/>Not asked</g)).toHaveLength(2)
})

test('a cell of a CSV is kept from being a formula, and quoted where it must be', () => {
  expect(csvOf([['=1+1', 'a "b", c', 3, null, '-x', 'plain']])).toBe('\uFEFF\'=1+1,"a ""b"", c",3,,\'-x,plain\r\n')
})

test('a student’s name never runs in a spreadsheet', async () => {
  await write((tx) => tx.update(t.people).set({ name: '=HYPERLINK("x")' }))
  const { body } = await ask(ana, `/roster/${year}.csv?on=2026-11-30`)
  expect(body).toContain('"\'=HYPERLINK(""x"")"')
})
