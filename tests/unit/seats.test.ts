import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { startApplication } from '#app/apply/applications.server'
import { readCourses } from '#app/apply/courses.server'
import { copyCalendar } from '#app/program/calendar-copy.server'
import { addClerkship, removeClerkship, saveClerkship, stepClerkship } from '#app/program/clerkship-changes.server'
import { clerkshipForm } from '#app/program/clerkship-form.server'
import { clerkshipRecord } from '#app/program/clerkship-record.server'
import { findClerkship } from '#app/program/clerkships.server'
import { leftIn } from '#app/program/opening'
import { copySeats, saveSeats } from '#app/program/seat-changes.server'
import { EVERY } from '#app/program/seat-fill'
import { storeSeats } from '#app/program/seat-fill.server'
import { fillForm, seatsForm, seatsFormOf } from '#app/program/seat-form.server'
import { type SeatLines, totalText } from '#app/program/seat-grid'
import { seatRecord } from '#app/program/seat-record.server'
import { undoChange } from '#app/program/undo.server'
import { closeDates, openDates } from '#app/program/window-changes.server'
import { closingForm, windowsForm } from '#app/program/window-form.server'
import { windowRecord } from '#app/program/window-record.server'
import { changesOf, undoOf } from '#app/workflow/changes.server'
import { dayAt } from '#app/workflow/day.server'
import { readForm } from '#app/workflow/form.server'
import { read } from '#db/client'
import { applications, openings } from '#db/schema/index'
import { block } from '#db/seed/calendar'
import { attendings, staff } from '#db/seed/cast'
import { clerkship, elective, subInternship } from '#db/seed/clerkships'
import { service } from '#db/seed/program'
import { newStudent } from '#tests/support/applicant'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { refusalOf } from '#tests/support/refusal'

const now = new Date('2026-11-24T17:00:00Z')
const { whitlock, pierce } = staff
const [THIS, NEXT] = ['2026-27', '2027-28']
const [peripheral, neuro] = [service('peripheral'), service('neuro')]
const grid = { yearId: THIS, slug: subInternship }

beforeEach(() => seededDatabase())

/** What a coordinator sends who types into some cells of the grid. */
async function typed(rows: Record<string, object>, at = grid) {
  const { version } = await seatRecord(whitlock, at.yearId, at.slug)
  return seatsForm.parse({ version: `${version}`, rows })
}
const openingNow = async (name: string, serviceId: string) =>
  (
    await read
      .select()
      .from(openings)
      .where(
        and(
          eq(openings.blockId, block(name)),
          eq(openings.serviceId, serviceId),
          eq(openings.clerkshipId, clerkship(subInternship)),
        ),
      )
  )[0]
const newest = async (kind: string, id: string) => (await changesOf(kind, id))[0]

describe('the grid of seats', () => {
  test('says what is open, held and taken, in the blocks that are as long as the clerkship', async () => {
    const { blocks, lines, taken, overfull } = await seatRecord(whitlock, THIS, subInternship)
    expect(blocks.map(({ name }) => name)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'])
    expect(totalText(lines, taken)).toMatch(/^26 seats, 2 of them held, \d+ taken$/)
    expect(lines[block('10')]).toEqual({
      ...{ heldDays: 90, seats: { [peripheral]: 1, [neuro]: 0 }, held: { [peripheral]: 1, [neuro]: 0 } },
    })
    expect(overfull).toEqual([])
    expect((await seatRecord(whitlock, THIS, elective)).blocks.map(({ name }) => name)).toContain('9A')
  })

  test('takes more seats, new seats and held seats, and tells each', async () => {
    const form = await typed({
      [block('12')]: { heldDays: '30', seats: { [peripheral]: '2', [neuro]: '1' }, held: { [peripheral]: '1' } },
    })
    expect(await saveSeats(whitlock, grid, form, now)).toBeUndefined()
    expect(await openingNow('12', peripheral)).toMatchObject({ seats: 2, heldSeats: 1, heldUntilOn: '2027-04-24' })
    expect(await openingNow('12', neuro)).toMatchObject({ seats: 1, heldSeats: 0, heldUntilOn: null })
    const { id, changes } = await newest('openings', `${THIS}/${subInternship}`)
    expect(changes?.map(({ label, from, to }) => `${label}: ${from} → ${to}`)).toEqual([
      'Block 12, Peripheral IR, seats: 1 → 2',
      'Block 12, Peripheral IR, held seats: 0 → 1',
      'Block 12, Neuro IR, seats: 0 → 1',
      'Block 12, days that seats are held before it: 90 → 30',
    ])
    await undoChange(whitlock, id, now)
    expect(await openingNow('12', peripheral)).toMatchObject({ seats: 1, heldSeats: 0, heldUntilOn: null })
    expect(await openingNow('12', neuro)).toBeUndefined()
  })

  test('offers to whoever saved it the Undo of just that: none where nothing changed, and never another’s', async () => {
    const [id, rows] = [`${THIS}/${subInternship}`, { [block('12')]: { seats: { [peripheral]: '2' } } }]
    const form = await typed(rows)
    await saveSeats(whitlock, grid, form, now)
    const [change] = await changesOf('openings', id)
    expect(await undoOf(whitlock, 'openings', id, form.version)).toEqual({
      action: `/settings/changes/${change.id}/undo`,
    })
    expect(await undoOf(pierce, 'openings', id, form.version)).toBeUndefined()
    const again = await typed(rows)
    await saveSeats(whitlock, grid, again, now)
    expect(await undoOf(whitlock, 'openings', id, again.version)).toBeUndefined()
    const send = async (seats: string) => {
      const { version } = await seatRecord(whitlock, THIS, subInternship)
      const body = new URLSearchParams({ version: `${version}`, [`rows.${block('12')}.seats.${peripheral}`]: seats })
      const { status, said } = await ask(pierce, `/openings/${THIS}?clerkship=${subInternship}`, {
        method: 'POST',
        body,
      })
      return [status, said?.text, said?.undo !== undefined]
    }
    expect([await send('2'), await send('3'), await send('3')]).toEqual([
      [303, 'The seats are saved.', false],
      [303, 'The seats are saved.', true],
      [303, 'The seats are saved.', false],
    ])
  })

  test('refuses fewer seats than are taken, with who has them, and more held than there are', async () => {
    const refused = await saveSeats(
      whitlock,
      grid,
      await typed({ [block('8')]: { seats: { [neuro]: '0' } }, [block('12')]: { held: { [neuro]: '1' } } }),
      now,
    )
    expect(refused).toEqual({
      fields: {
        [`rows.${block('8')}.seats.${neuro}`]: expect.stringMatching(
          /^Diallo has a place on Neuro IR in block.8: leave/,
        ),
        [`rows.${block('12')}.held.${neuro}`]: expect.stringMatching(/^Hold no more seats/),
      },
    })
    expect((await openingNow('8', neuro)).seats).toBe(1)
  })

  test('keeps an opening that a wish names, with no seat', async () => {
    expect(await saveSeats(whitlock, grid, await typed({ [block('11')]: { seats: { [peripheral]: '' } } }), now)).toBe(
      undefined,
    )
    expect(await openingNow('11', peripheral)).toMatchObject({ seats: 0, minimum: 0 })
  })

  test('says where more seats than fit are open, over all clerkships', async () => {
    await saveSeats(whitlock, grid, await typed({ [block('9')]: { seats: { [peripheral]: '3' } } }), now)
    const { overfull } = await seatRecord(whitlock, THIS, elective)
    expect(overfull).toEqual([
      expect.stringMatching(/^Peripheral IR has 4 seats on March.1, 2027, and holds at most 3/),
    ])
  })

  test('is one coordinator’s at a time: the second is told which cell changed', async () => {
    const [first, second] = [
      await typed({ [block('12')]: { seats: { [neuro]: '1' } } }),
      await typed({ [block('12')]: { seats: { [neuro]: '2' } } }),
    ]
    await saveSeats(whitlock, grid, first, now)
    expect(await saveSeats(pierce, grid, second, now)).toMatchObject({
      since: { changes: [{ name: `rows.${block('12')}.seats.${neuro}`, from: '0', to: '1' }] },
    })
    expect(await refusalOf(saveSeats(attendings.adler, grid, first, now))).toMatch(/^403/)
  })

  test('understands only whole numbers', () => {
    const say = (seats: string) =>
      seatsForm.safeParse({ version: '0', rows: { b: { seats: { s: seats } } } }).error?.issues[0].message
    expect([say('two'), say('-1'), say('1.5'), say('41')]).toEqual(
      Array.from({ length: 4 }, () => 'Enter seats as a whole number from 0 to 40'),
    )
    expect([say('0'), say(''), say(' 3 ')]).toEqual([undefined, undefined, undefined])
  })
})

describe('a range of the grid', () => {
  /** What a coordinator sends who fills a range: neuro IR from block 1 to 12, but for what they chose. */
  const filled = async (fill: object, rows: Record<string, object> = {}) =>
    fillForm.parse({
      ...(await typed(rows)),
      fill: { service: neuro, seats: '2', from: block('1'), to: block('12'), ...fill },
    })
  const seatsOn = async (serviceId: string) => {
    const { blocks, lines } = await seatRecord(whitlock, THIS, subInternship)
    return blocks.map(({ id }) => lines[id].seats[serviceId])
  }
  const flawOf = async (fill: object, rows?: Record<string, object>) =>
    (await storeSeats(whitlock, grid, await filled(fill, rows), now)).refused

  test('is filled but for what is left out, with what was typed beside it, and that is undone at once', async () => {
    const before = [await seatsOn(neuro), await seatsOn(peripheral)]
    const rows = { [block('12')]: { heldDays: '90', seats: { [neuro]: '7', [peripheral]: '3' } } }
    const form = await filled({ from: block('2'), except: [block('5'), block('6')] }, rows)
    const { said, refused } = await storeSeats(whitlock, grid, form, now)
    expect(refused).toBeUndefined()
    const after = before[0].map((n, at) => (at === 0 || at === 4 || at === 5 ? n : 2))
    const changed = after.filter((n, at) => n !== before[0][at]).length
    expect(said).toBe(`The seats are saved: filling changed ${changed} cells.`)
    expect([await seatsOn(neuro), await seatsOn(peripheral)]).toEqual([after, [...before[1].slice(0, 11), 3]])
    const { id, changes } = await newest('openings', `${THIS}/${subInternship}`)
    expect(changes).toHaveLength(changed + 1)
    await undoChange(whitlock, id, now)
    expect([await seatsOn(neuro), await seatsOn(peripheral)]).toEqual(before)
  })

  test('is filled on each service at once', async () => {
    const form = await filled({ service: EVERY, seats: '3', from: block('11') })
    expect(await storeSeats(whitlock, grid, form, now)).toMatchObject({ refused: undefined })
    expect([await seatsOn(neuro), await seatsOn(peripheral)].map((seats) => seats.slice(10))).toEqual([
      [3, 3],
      [3, 3],
    ])
  })

  test('that would leave fewer seats than are taken is refused whole, with who has them and what to leave out', async () => {
    const before = await seatsOn(neuro)
    const refused = await flawOf({ seats: '0', from: block('8'), to: block('9') }, { [block('12')]: held(neuro, '9') })
    expect(refused).toEqual({
      fields: {
        'fill.except': expect.stringMatching(/^Diallo has a place on Neuro IR in block.8: .* Or leave out block.8$/),
        [`rows.${block('12')}.held.${neuro}`]: expect.stringMatching(/^Hold no more seats/),
      },
    })
    expect(await flawOf({ seats: '0' })).toEqual({
      fields: {
        'fill.except': expect.stringMatching(/\. 5 more cells cannot have 0 seats either\. Or leave out blocks/),
      },
    })
    expect(await seatsOn(neuro)).toEqual(before)
  })

  test('that ends before it begins, holds no block, or changes nothing is refused with why', async () => {
    const fields = async (fill: object) => (await flawOf(fill)) as { fields: Record<string, string> }
    expect(await fields({ from: block('5'), to: block('3') })).toEqual({
      fields: { 'fill.to': 'Choose block\u00a05 or a later one: the range begins there' },
    })
    expect(await fields({ from: block('3'), to: block('3'), except: [block('3')] })).toEqual({
      fields: { 'fill.except': 'Keep a block to fill: block\u00a03 is left out' },
    })
    expect(await fields({ seats: '1', from: block('8'), to: block('8') })).toEqual({
      fields: { 'fill.seats': 'Neuro IR has 1 seat in block\u00a08 already' },
    })
    expect(await fields({ service: 'nobody' })).toEqual({
      fields: { 'fill.service': expect.stringMatching(/^Choose/) },
    })
    expect(await fields({ from: '9A' })).toEqual({ fields: { 'fill.from': expect.stringMatching(/^Choose/) } })
    expect((await newest('openings', `${THIS}/${subInternship}`))?.changes).toBeUndefined()
  })

  test('is one coordinator’s at a time, too, also where it would change nothing any more', async () => {
    const second = await filled({ seats: '2', from: block('12') })
    await saveSeats(whitlock, grid, await typed({ [block('12')]: { seats: { [neuro]: '2' } } }), now)
    expect(await storeSeats(pierce, grid, second, now)).toMatchObject({ refused: { since: { by: 'Ana Whitlock' } } })
    expect(await refusalOf(storeSeats(attendings.adler, grid, second, now))).toMatch(/^403/)
  })

  test('is sent by its button, or by Enter where a number stands, and says what the number may be', () => {
    const sent = (fields: Record<string, string>) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      return seatsFormOf(form)
    }
    expect([sent({ pressed: 'fill', 'fill.seats': '' }), sent({ 'fill.seats': ' 2' })]).toEqual([fillForm, fillForm])
    expect([sent({ pressed: 'save', 'fill.seats': ' ' }), sent({ 'fill.seats': '' }), sent({})]).toEqual([
      ...[seatsForm, seatsForm, seatsForm],
    ])
    const say = (seats?: string) =>
      fillForm.safeParse({ version: '0', fill: { service: 's', seats, from: 'b', to: 'b' } }).error?.issues[0].message
    expect([say(), say(''), say('two'), say('-1'), say('1.5'), say('41'), say(' 3 ')]).toEqual([
      ...Array.from({ length: 6 }, () => 'Enter seats as a whole number from 0 to 40'),
      undefined,
    ])
  })

  test('is not dropped where the table alone is saved: that is refused, and all that was typed stands', async () => {
    const form = new FormData()
    const typed = {
      version: '0',
      'fill.service': neuro,
      'fill.seats': '2',
      'fill.from': block('3'),
      'fill.to': block('9'),
    }
    for (const [name, value] of Object.entries({ ...typed, pressed: 'save' })) form.set(name, value)
    const { reply } = await readForm(form, seatsFormOf(form))
    expect(reply?.init?.status).toBe(422)
    expect(reply?.data.result).toMatchObject({
      error: {
        'fill.seats': ['Press “Fill and save” to fill this into the cells, or clear it to save the table alone'],
      },
      initialValue: { fill: { seats: '2', from: block('3'), to: block('9') } },
    })
  })
})

const held = (serviceId: string, n: string) => ({ held: { [serviceId]: n } })

describe('next year', () => {
  test('begins with the seats of the blocks of the same name, once', async () => {
    await copyCalendar(whitlock, NEXT, now)
    const at = { yearId: NEXT, slug: subInternship }
    await copySeats(whitlock, at, now)
    const [before, after] = [
      await seatRecord(whitlock, THIS, subInternship),
      await seatRecord(whitlock, NEXT, subInternship),
    ]
    expect(byName(after)).toEqual(byName(before))
    expect(after.taken).toEqual({})
    expect(await refusalOf(copySeats(whitlock, at, now))).toMatch(/^409 .* has seats already/)
    const { id } = await newest('openings', `${NEXT}/${subInternship}`)
    await undoChange(whitlock, id, now)
    expect((await seatRecord(whitlock, NEXT, subInternship)).hasSeats).toBe(false)
  })
})

const byName = ({ blocks, lines }: { blocks: { id: string; name: string }[]; lines: SeatLines }) =>
  Object.fromEntries(blocks.map(({ id, name }) => [name, lines[id]]))

describe('the dates of a clerkship', () => {
  const opens = async (dates: string[], on: [string, string, string], year = THIS) => {
    const { version } = await windowRecord(whitlock, year)
    const [opensYear, month, day] = on
    return windowsForm.parse({ version, dates, opensOn: { year: opensYear, month, day }, opensTime: '09:00' })
  }
  const dateOf = async (name: string, year = THIS) =>
    (await windowRecord(whitlock, year)).groups.flatMap(({ dates }) => dates).find(({ block: it }) => it.name === name)!

  test('open at an instant of the program’s zone, and that is taken back', async () => {
    const twelve = await dateOf('12')
    const form = await opens([twelve.key], ['2027', '3', '14'])
    expect(await saveError(openDates(whitlock, THIS, form, now))).toMatch(
      /sent (a wish|wishes) for block.12: leave it open|^$/,
    )
    await prepareNext()
    const next = await dateOf('12', NEXT)
    expect(next.opensAt).toBeNull()
    expect(await openDates(whitlock, NEXT, await opens([next.key], ['2028', '3', '14'], NEXT), now)).toBeUndefined()
    const { opensAt } = await dateOf('12', NEXT)
    expect([opensAt?.toISOString(), dayAt(opensAt!)]).toEqual(['2028-03-14T16:00:00.000Z', '2028-03-14'])
    const { id, changes } = await newest('windows', NEXT)
    expect(changes?.[0].label).toMatch(/^Sub-internship .*, block.12: opens Tuesday, March.14, 2028, 9:00 AM PT$/)
    await undoChange(whitlock, id, now)
    expect((await dateOf('12', NEXT)).opensAt).toBeNull()
  })

  test('do not open after they close', async () => {
    const twelve = await dateOf('12')
    expect(await saveError(openDates(whitlock, THIS, await opens([twelve.key], ['2027', '3', '26']), now))).toMatch(
      /^Block.12 closes on March.25, 2027: choose an earlier day/,
    )
  })

  test('stay open while sent applications rank them', async () => {
    const ten = await dateOf('10')
    const { version } = await windowRecord(whitlock, THIS)
    const form = closingForm.parse({ version, dates: [ten.key] })
    expect(await saveError(closeDates(whitlock, THIS, form, now))).toMatch(/ for block.10: leave it open$/)
    expect(await saveError(openDates(whitlock, THIS, await opens([ten.key], ['2026', '12', '1']), now))).toMatch(
      / for block.10: leave it open$/,
    )
    expect(await refusalOf(closeDates(attendings.adler, THIS, form, now))).toMatch(/^403/)
  })

  test('that nobody ranks are taken out', async () => {
    await prepareNext()
    const { key } = await dateOf('1', NEXT)
    await openDates(whitlock, NEXT, await opens([key], ['2027', '2', '1'], NEXT), now)
    const { version } = await windowRecord(whitlock, NEXT)
    expect(await closeDates(whitlock, NEXT, closingForm.parse({ version, dates: [key] }), now)).toBeUndefined()
    expect((await dateOf('1', NEXT)).opensAt).toBeNull()
  })
})

describe('a year ahead', () => {
  const open = async (time: string, on: { year: string; month: string; day: string }) => {
    await prepareNext()
    const { version, groups } = await windowRecord(whitlock, NEXT)
    const dates = groups.flatMap((group) => group.dates.map(({ key }) => key))
    await openDates(whitlock, NEXT, windowsForm.parse({ version, dates, opensOn: on, opensTime: time }), now)
  }

  test('is read as soon as its dates are set, and applied for from the instant on which they open', async () => {
    const me = await newStudent('Quill')
    expect((await findClerkship(subInternship, now)).ahead).toEqual([])
    await open('10:00', { year: '2026', month: '11', day: '24' })
    const { ahead, openings: running } = await findClerkship(subInternship, now)
    expect([leftIn(ahead, '2026-11-24'), running.some(({ block: it }) => it.yearId === NEXT)]).toEqual([26, false])
    expect(await refusalOf(startApplication(me, subInternship, now, NEXT))).toMatch(/^409 .* It opens .*10:00 AM PT/)
    const opened = new Date('2026-11-24T18:00:00Z')
    const [course] = await readCourses(subInternship, opened)
    expect(course.open.map(({ year, count }) => [year, count])).toEqual([
      [THIS, 5],
      [NEXT, 12],
    ])
    const yearOf = async (id: string) =>
      (await read.query.applications.findFirst({ where: eq(applications.id, id) }))?.yearId
    expect(await yearOf(await startApplication(me, subInternship, opened, NEXT))).toBe(NEXT)
    expect(await yearOf(await startApplication(me, subInternship, opened))).toBe(THIS)
  })
})

/** Next year with blocks and the seats of the sub-internship. */
async function prepareNext() {
  await copyCalendar(whitlock, NEXT, now)
  await copySeats(whitlock, { yearId: NEXT, slug: subInternship }, now)
}

const saveError = async (saved: Promise<unknown>) => {
  const refused = (await saved) as { fields?: Record<string, string> } | undefined
  return Object.values(refused?.fields ?? {}).join()
}

describe('a clerkship', () => {
  const form = (it: object) =>
    clerkshipForm.parse({
      ...{ version: 0, name: 'Observership', kind: 'elective', summary: 'A week.', weeks: 1, years: ['3'], fee: 12.5 },
      ...it,
    })

  test('is prepared unseen, published, closed and reopened', async () => {
    const { slug } = await addClerkship(whitlock, form({}), now)
    expect(await refusalOf(findClerkship(slug!, now))).toMatch(/^404/)
    await stepClerkship(whitlock, slug!, 'publish', now)
    expect((await findClerkship(slug!, now)).clerkship).toMatchObject({ status: 'open', feeCents: 1250, years: [3] })
    await stepClerkship(whitlock, slug!, 'close', now)
    expect(await refusalOf(stepClerkship(whitlock, slug!, 'close', now))).toMatch(/^409 Observership is closed already/)
    await stepClerkship(whitlock, slug!, 'reopen', now)
    const { changes } = await clerkshipRecord(whitlock, slug!)
    expect(changes.flatMap((it) => it.changes ?? []).map(({ to }) => to)).toEqual([
      'Published',
      'Closed',
      'Published',
      null,
    ])
    expect(await refusalOf(stepClerkship(attendings.adler, slug!, 'close', now))).toMatch(/^403/)
  })

  test('changes its fee with history, and back', async () => {
    const { clerkship: before, version } = await clerkshipRecord(whitlock, elective)
    const typedIn = { ...before, version, fee: 90, years: before.years.map(String) }
    expect(await saveClerkship(whitlock, elective, clerkshipForm.parse(typedIn), now)).toBeUndefined()
    const { changes } = await clerkshipRecord(whitlock, elective)
    expect(changes[0].changes).toEqual([{ name: 'fee', label: 'Fee', from: '$75', to: '$90' }])
    await undoChange(whitlock, changes[0].id, now)
    expect((await clerkshipRecord(whitlock, elective)).clerkship).toEqual(before)
  })

  test('that people applied for keeps its length and stays; one that nobody did goes', async () => {
    const { clerkship: it, version } = await clerkshipRecord(whitlock, elective)
    const longer = clerkshipForm.parse({ ...it, version, fee: 75, years: ['3', '4'], weeks: 4 })
    expect(await saveError(saveClerkship(whitlock, elective, longer, now))).toMatch(/applications were made for it/)
    expect(await refusalOf(removeClerkship(whitlock, elective, now))).toMatch(/^409 .* so it stays/)
    const { slug } = await addClerkship(whitlock, form({}), now)
    expect((await addClerkship(whitlock, form({}), now)).refused).toMatchObject({
      fields: { name: expect.any(String) },
    })
    expect(await removeClerkship(whitlock, slug!, now)).toBe('Observership')
    expect(await refusalOf(clerkshipRecord(whitlock, slug!))).toMatch(/^404/)
  })
})
