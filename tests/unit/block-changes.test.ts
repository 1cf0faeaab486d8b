import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import '#app/follows.server'
import { findAlternates } from '#app/assign/alternates.server'
import { acceptOffer, declineOffer } from '#app/assign/answers.server'
import { changeBlock } from '#app/assign/block-carrying.server'
import { CHANGING } from '#app/assign/block-change'
import { dropBlockChange, findBlockChange, planBlockChange } from '#app/assign/block-plan.server'
import { cancelPlacement, withdrawPlacement } from '#app/assign/endings.server'
import { keepList, placeList } from '#app/assign/lists.server'
import { live } from '#app/assign/placement'
import { isWaitlistDue, moveWaitlists } from '#app/assign/promotion.server'
import { publishDrafts, publishedBy, retractOffers } from '#app/assign/publication.server'
import { recordsWhere } from '#app/assign/records.server'
import { findWaitlist } from '#app/assign/waitlist-line.server'
import { saidOf } from '#app/assign/waitlist-words'
import { runDueJobs } from '#app/jobs/runner.server'
import { startBarOf } from '#app/report/work'
import { startAgain } from '#app/report/work.server'
import { changesOf } from '#app/workflow/changes.server'
import { addDays } from '#app/workflow/day.server'
import { read, write } from '#db/client'
import * as t from '#db/schema/index'
import { block, yearId } from '#db/seed/calendar'
import { attendings, staff, students } from '#db/seed/cast'
import { opening, subInternship } from '#db/seed/clerkships'
import { demoStartsAt } from '#db/seed/index'
import { placement } from '#db/seed/placements'
import { seededDatabase } from '#tests/support/database'
import { ask } from '#tests/support/handler'
import { postedNow } from '#tests/support/outbox'
import { refusalOf } from '#tests/support/refusal'

const [ana, ben, now] = [staff.whitlock, staff.pierce, demoStartsAt]
const reason = 'The angiography suite is rebuilt.'
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const at = (name: string) => ({ yearId, blockId: block(name) })

beforeEach(async () => {
  await seededDatabase()
})

const partsOf = (name: string) => [block(name), block(`${name}A`), block(`${name}B`)]
const placedIn = (name: string) => recordsWhere(read, inArray(t.openings.blockId, partsOf(name)))
const liveIn = async (name: string) =>
  (await placedIn(name)).filter(({ placement }) => (live as readonly string[]).includes(placement.status))
const daysOf = async (name: string) =>
  (await read.query.blocks.findMany({ where: inArray(t.blocks.id, partsOf(name)) }))
    .map(({ firstOn, lastOn, applyByOn }) => [firstOn, lastOn, applyByOn])
    .sort()
const firstOf = async (name: string) =>
  (await read.query.blocks.findFirst({ where: eq(t.blocks.id, block(name)) }))!.firstOn
/** The whole block in which most hold a place that is no draft, by name. */
const BUSY = '7'

async function plan(name: string, to: string | null, instead: Record<string, string> = {}, me = ana) {
  const { version } = await findBlockChange(me, at(name), to, now)
  return planBlockChange(me, at(name), { version, to, reason, instead }, now)
}
const jobOf = async () => (await read.select().from(t.jobs).where(eq(t.jobs.name, CHANGING)))[0]
const pass = (n: number) => runDueJobs(minutes(n))
const weekLater = async (name: string) => addDays(await firstOf(name), 7)
/** New first days on which everybody in the block could come. */
async function roomyDay(name: string): Promise<string> {
  const { move } = await findBlockChange(ana, at(name), null, now)
  for (const { firstOn } of move.options.reverse()) {
    const { touched, move } = await findBlockChange(ana, at(name), firstOn, now)
    if (move.chosen && touched.every(({ fate }) => fate !== 'loses the place')) return firstOn
  }
  throw new Error('Nowhere is room for everybody')
}
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000

describe('a block that moves', () => {
  test('asks everybody who had a place in it again, and takes seats, halves and drafts along', async () => {
    const before = await liveIn(BUSY)
    const [days, to] = [await daysOf(BUSY), await roomyDay(BUSY)]
    const by = daysBetween(await firstOf(BUSY), to)
    expect(await plan(BUSY, to)).toBeUndefined()
    expect(await daysOf(BUSY)).toEqual(days)
    await pass(11)
    expect(await daysOf(BUSY)).toEqual(days.map((row) => row.map((day) => addDays(day, by))))
    const held = before.filter(({ placement }) => placement.status !== 'draft')
    expect(held.length).toBeGreaterThan(1)
    for (const { placement: old } of held) {
      const [was] = await recordsWhere(read, eq(t.placements.id, old.id))
      expect(was.placement).toMatchObject({ status: 'cancelled', reason })
      const [is] = await recordsWhere(read, eq(t.placements.id, was.placement.replacedById!))
      expect(is.placement).toMatchObject({ status: 'offered', openingId: old.openingId, studentId: old.studentId })
      expect(is.placement.expiresAt!.getTime()).toBeGreaterThan(minutes(24 * 60).getTime())
      expect(is.application.status).toBe('eligible')
    }
    const mail = await postedNow('placement.moved')
    expect(mail).toHaveLength(held.length)
    expect(JSON.stringify(mail)).toContain(reason)
    expect(await liveIn(BUSY)).toHaveLength(before.length)
  })

  test('is told to whoever asked for it and waits, once', async () => {
    const { wishers, move } = await findBlockChange(ana, at('11'), null, now)
    expect(wishers.map(({ name }) => name)).toContain(students.rivera.name)
    await plan('11', move.options.at(-1)!.firstOn)
    await pass(11)
    const told = (await postedNow('block.changed')).map(({ toAddress, subject }) => [toAddress, subject])
    expect(told).toHaveLength(wishers.length)
    expect(told).toContainEqual(['ines.rivera@students.example', 'Block 11, which you asked for, has moved'])
  })

  test('takes its pairings along as drafts, tells who knew of them, and keeps the attending of record', async () => {
    const pairedNow = () =>
      read
        .select({ pairing: t.pairings, openingId: t.placements.openingId })
        .from(t.pairings)
        .innerJoin(t.placements, eq(t.placements.id, t.pairings.placementId))
        .innerJoin(t.openings, eq(t.openings.id, t.placements.openingId))
        .where(inArray(t.openings.blockId, partsOf(BUSY)))
    const records = async () => {
      const alive = (await liveIn(BUSY)).map(({ placement }) => placement.id)
      const rows = await read
        .select()
        .from(t.attendingsOfRecord)
        .where(inArray(t.attendingsOfRecord.placementId, alive))
      return rows.map(({ attendingId }) => attendingId).sort()
    }
    const [before, attendings] = [await pairedNow(), await records()]
    await write((tx) => tx.update(t.pairings).set({ status: 'published' }))
    const to = await roomyDay(BUSY)
    const by = daysBetween(await firstOf(BUSY), to)
    await plan(BUSY, to)
    await pass(11)
    const after = await pairedNow()
    const spans = (rows: typeof before, days: number) =>
      rows.map(({ pairing: it }) => [it.supervisorId, addDays(it.firstOn, days), addDays(it.lastOn, days)]).sort()
    expect(before.length).toBeGreaterThan(0)
    expect(spans(after, 0)).toEqual(spans(before, by))
    expect(after.map(({ pairing }) => pairing.status)).toEqual(after.map(() => 'draft'))
    const alive = new Set((await liveIn(BUSY)).map(({ placement }) => placement.id))
    expect(after.filter(({ pairing }) => !alive.has(pairing.placementId))).toEqual([])
    expect(await postedNow('pairing.moved')).not.toEqual([])
    expect(await records()).toEqual(attendings)
  })

  test('keeps whoever came from a list, who is told and asked nothing', async () => {
    await keepList(ana, yearId, 'Student,Block,Service,E-mail\nImani Cole,12,Peripheral IR,imani@own.example\n')
    await placeList(ana, yearId, now)
    const [{ placement: draft }] = await liveIn('12')
    await publishDrafts(ana, yearId, { placementIds: [draft.id], daysSet: {} }, now)
    await plan('12', await roomyDay('12'))
    await pass(11)
    const [it, ...others] = await liveIn('12')
    expect(others).toEqual([])
    expect([it.student.name, it.application.status]).toEqual(['Imani Cole', 'placed'])
    expect(['accepted', 'confirmed']).toContain(it.placement.status)
    expect(it.placement.id).not.toBe(draft.id)
    const [mail] = await postedNow('placement.moved')
    expect([mail.toAddress, mail.subject]).toEqual(['imani@own.example', 'Block 12 has moved'])
  })

  test('is undone within ten minutes: nothing has changed and nobody is told', async () => {
    const [before, days] = [await placedIn(BUSY), await daysOf(BUSY)]
    await plan(BUSY, await weekLater(BUSY))
    await pass(9)
    expect(await dropBlockChange(ana, at(BUSY), minutes(9))).toBe(BUSY)
    await pass(30)
    expect(await placedIn(BUSY)).toEqual(before)
    expect(await daysOf(BUSY)).toEqual(days)
    expect(await postedNow('placement.moved')).toEqual([])
    expect(await refusalOf(dropBlockChange(ana, at(BUSY), minutes(9)))).toMatch(/^409 .*too late/)
  })

  test('is started by nobody from the background work: neither before its time nor once it was undone', async () => {
    const days = await daysOf(BUSY)
    await plan(BUSY, await weekLater(BUSY))
    const start = async () => refusalOf(startAgain(ana, (await jobOf()).id, minutes(5)))
    expect(await start()).toBe('409 This waits for its time.')
    await write((tx) => tx.update(t.jobs).set({ error: 'Busy' }).where(eq(t.jobs.name, CHANGING)))
    await dropBlockChange(ana, at(BUSY), minutes(4))
    expect(await start()).toBe('409 This change was undone. Plan it again on the block’s page.')
    expect(startBarOf(await jobOf())).not.toBeNull()
    await pass(30)
    expect(await daysOf(BUSY)).toEqual(days)
  })

  test('makes offers that are not taken back, since they have gone out', async () => {
    await plan(BUSY, await roomyDay(BUSY))
    await pass(11)
    const moved = await read.query.events.findMany({ where: eq(t.events.step, 'offer') })
    const at = new Date(Math.max(...moved.map(({ at }) => at.getTime())))
    await write((tx) => tx.delete(t.messages).where(eq(t.messages.subjectKind, 'placement')))
    expect(await publishedBy(ana, yearId, minutes(12))).toEqual([])
    expect(await refusalOf(retractOffers(ana, yearId, at, minutes(12)))).toMatch(/^409 There is nothing to take back/)
  })

  test('and is cancelled before that mail has gone out, tells by mail who knew the place from before', async () => {
    await plan(BUSY, await roomyDay(BUSY))
    await changeBlock(await jobOf(), minutes(11))
    const { placement: moved, email } = (await liveIn(BUSY)).find(({ placement }) => placement.status === 'offered')!
    await cancelPlacement(ana, moved.id, reason, minutes(12))
    const mail = (await postedNow('placement.moved')).find(({ subjectId }) => subjectId === moved.id)
    expect(mail?.status).toBe('withdrawn')
    expect(await postedNow('placement.cancelled')).toMatchObject([{ subjectId: moved.id, toAddress: email }])
  })

  test.each([
    ['held a place', BUSY, 1],
    ['was offered one', '8', 0],
  ])(
    'asks who %s again: who gives that up is told of to the school only where something was held',
    async (_, name, n) => {
      const states = n > 0 ? ['accepted', 'confirmed'] : ['offered']
      const { placement: old } = (await liveIn(name)).find(({ placement }) => states.includes(placement.status))!
      await plan(name, await roomyDay(name))
      await changeBlock(await jobOf(), minutes(11))
      const { replacedById } = (await read.query.placements.findFirst({ where: eq(t.placements.id, old.id) }))!
      await withdrawPlacement(ana, replacedById!, undefined, minutes(12))
      expect(await postedNow('placement.withdrawn')).toMatchObject([{ subjectId: replacedById }])
      expect(await postedNow('placement.school-told')).toMatchObject(n ? [{ subjectId: replacedById }] : [])
    },
  )

  test('moves once, though its work is carried out twice', async () => {
    const to = await weekLater(BUSY)
    await plan(BUSY, to)
    const planned = await jobOf()
    await changeBlock(planned, minutes(11))
    await changeBlock(planned, minutes(12))
    expect(await firstOf(BUSY)).toBe(to)
    const ids = (await liveIn(BUSY)).map(({ application }) => application.id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('takes the place from whoever is elsewhere on the new days, and offers other dates at once', async () => {
    const to = await firstOf('8')
    const look = async () =>
      (await findBlockChange(ana, at(BUSY), to, now)).touched.filter(({ fate }) => fate === 'loses the place')
    const [first] = await look()
    expect(first.why).toMatch(/ is full | on the same days/)
    const rank = 1 + Math.max(...(await read.query.choices.findMany()).map((choice) => choice.rank))
    const { id: applicationId, clerkshipId } = first.it.application
    const openings = await read.query.openings.findMany({ where: eq(t.openings.clerkshipId, clerkshipId) })
    const wished = (await read.query.choices.findMany()).filter((choice) => choice.applicationId === applicationId)
    const unasked = openings.filter(({ blockId }) => !wished.some((choice) => choice.blockId === blockId))
    const others = unasked.map(({ blockId, serviceId }, n) => ({ applicationId, blockId, serviceId, rank: rank + n }))
    await write((tx) => tx.insert(t.choices).values(others))
    const [lost] = await look()
    expect(lost.alternates).not.toEqual([])
    await plan(BUSY, to, { [lost.it.placement.id]: lost.alternates[0].id })
    await pass(11)
    const [was] = await recordsWhere(read, eq(t.placements.id, lost.it.placement.id))
    expect(was.placement.status).toBe('cancelled')
    const [is] = await recordsWhere(read, eq(t.placements.id, was.placement.replacedById!))
    expect([is.placement.status, is.opening.id]).toEqual(['offered', lost.alternates[0].id])
  })
})

describe('a block that is cancelled', () => {
  test('leaves nobody placed in it and no seat, and each student is told why', async () => {
    const before = await liveIn(BUSY)
    await plan(BUSY, null)
    await pass(11)
    expect(await liveIn(BUSY)).toEqual([])
    const told = before.filter(({ placement }) => placement.status !== 'draft')
    const ids = told.map(({ placement }) => placement.id)
    const ended = await recordsWhere(read, inArray(t.placements.id, ids))
    expect(ended.map(({ placement }) => placement.reason)).toEqual(ended.map(() => reason))
    expect(ended.map(({ application }) => application.status)).toEqual(ended.map(() => 'eligible'))
    expect(await postedNow('placement.cancelled')).toHaveLength(told.length)
    const seats = await read.query.openings.findMany({ where: inArray(t.openings.blockId, partsOf(BUSY)) })
    expect(seats.map((it) => it.seats)).toEqual(seats.map(() => 0))
    const [change] = await changesOf('openings')
    expect(change).toMatchObject({ by: ana.name, mayUndo: false })
  })

  test('is told once, though the process dies after its commit and the work is taken over', async () => {
    const { wishers, touched } = await findBlockChange(ana, at(BUSY), null, now)
    expect([wishers.length, touched.length].every(Boolean)).toBe(true)
    await plan(BUSY, null)
    await pass(11)
    const said = async () => (await read.query.messages.findMany()).map(({ key }) => key).sort()
    const before = await said()
    const dead = { state: 'running', leaseUntil: new Date(0) } as const
    await write((tx) => tx.update(t.jobs).set(dead).where(eq(t.jobs.name, CHANGING)))
    await pass(12)
    expect(await said()).toEqual(before)
    expect(await jobOf()).toMatchObject({ state: 'done', attempts: 2 })
    expect(await postedNow('block.changed')).toHaveLength(wishers.length)
  })

  test('takes an acceptance of the last ten minutes with it, and the wishes live again', async () => {
    const placement = await offerOf(students.diallo.personId)
    await plan('8', null)
    await acceptOffer(students.diallo, placement.id, minutes(5))
    await pass(11)
    const [is] = await recordsWhere(read, eq(t.placements.id, placement.id))
    expect([is.placement.status, is.application.status]).toEqual(['cancelled', 'eligible'])
    const where = and(eq(t.choices.applicationId, is.application.id), eq(t.choices.hasEnded, true))
    expect(await read.query.choices.findMany({ where })).toEqual([])
  })
})

describe('a change of a block', () => {
  test('is not planned over somebody whom its page did not show', async () => {
    const { version } = await findBlockChange(ana, at('8'), null, now)
    await acceptOffer(students.diallo, (await offerOf(students.diallo.personId)).id, now)
    const wanted = { version, to: null, reason, instead: {} }
    const stale = await planBlockChange(ana, at('8'), wanted, now)
    expect(stale?.version).not.toBe(version)
    expect(await read.select().from(t.jobs).where(eq(t.jobs.name, CHANGING))).toEqual([])
    expect(await planBlockChange(ana, at('8'), { ...wanted, version: stale!.version }, now)).toBeUndefined()
  })

  test('is planned once: a second coordinator reads by whom', async () => {
    await plan(BUSY, null)
    expect(await refusalOf(plan(BUSY, null, {}, ben))).toBe(
      `409 ${ana.name} has planned a change of block ${BUSY} already. Undo that first.`,
    )
  })

  test('is refused for a half, a block that has begun, days that are no whole weeks away, and anybody else', async () => {
    expect(await refusalOf(plan('5', null))).toMatch(/^409 .*began/)
    expect(await refusalOf(plan('9A', null))).toMatch(/^404/)
    expect(await refusalOf(plan('9', null, {}, attendings.adler))).toMatch(/^403/)
    expect(await refusalOf(plan('9', addDays(await firstOf('9'), 3)))).toMatch(/^409 .*whole weeks/)
    expect(await refusalOf(plan('9', 'never'))).toMatch(/^409 .*whole weeks/)
    expect(await refusalOf(plan('9', addDays(await firstOf('9'), -7 * 20)))).toMatch(/^409 These dates have begun/)
  })

  test('says on its page why the block cannot move to what was chosen, its own days among them', async () => {
    const first = await firstOf('9')
    const said = async (to: string) => (await ask(ana, `/board/${yearId}/blocks/${block('9')}/move${to}`)).body
    expect(await said('')).toContain('dates that have begun are left out')
    expect(await said('')).toMatch(/<option[^>]*disabled[^>]*>[^<]* \(as it is\)</)
    expect(await said('?to=')).toContain('Choose new dates first.')
    expect(await said(`?to=${first}`)).toContain('Block 9 has these dates already. Choose other dates.')
    expect(await said(`?to=${addDays(first, -7 * 20)}`)).toContain('These dates have begun')
  })

  test('to days that have begun when its time comes changes nothing', async () => {
    const { move } = await findBlockChange(ana, at('11'), null, now)
    const { firstOn } = move.options[0]
    await plan('11', firstOn)
    const begun = new Date(`${firstOn}T20:00:00Z`)
    expect(await refusalOf(changeBlock(await jobOf(), begun))).toMatch(/^409 These dates have begun/)
  })

  test('that cannot be carried out any more stays to be read, and changes nothing', async () => {
    await plan(BUSY, await weekLater(BUSY))
    await write((tx) => tx.update(t.jobs).set({ attempts: 5 }).where(eq(t.jobs.name, CHANGING)))
    const begun = new Date(`${await firstOf(BUSY)}T20:00:00Z`)
    await runDueJobs(begun)
    const [job] = await read
      .select()
      .from(t.jobs)
      .where(and(eq(t.jobs.name, CHANGING), isNotNull(t.jobs.error)))
    expect(job.error).toMatch(/began/)
    expect(await postedNow('placement.moved')).toEqual([])
  })
})

describe('other dates for whoever loses the place', () => {
  /** The first of a block's students who can be offered other dates, and the best of those. */
  const withOthers = async () => {
    const { touched, version } = await findBlockChange(ana, at('8'), null, now)
    const { it, alternates } = touched.find(({ alternates }) => alternates.length > 0)!
    return { it, version, alternates, instead: { [it.placement.id]: alternates[0].id } }
  }
  const decline = (
    { placement: { id, ...placement } }: Awaited<ReturnType<typeof withOthers>>['it'],
    openingId: string,
  ) => write((tx) => tx.insert(t.placements).values({ ...placement, openingId, status: 'declined' }))
  const giveUp = async () => {
    await write((tx) => tx.update(t.jobs).set({ attempts: 5 }).where(eq(t.jobs.name, CHANGING)))
    await pass(11)
  }

  test('are none that the student has declined', async () => {
    const { it, alternates } = await withOthers()
    expect((await findAlternates(ana, it.placement.id, now)).map(({ openingId }) => openingId)).toContain(
      alternates[0].id,
    )
    await decline(it, alternates[0].id)
    const { touched } = await findBlockChange(ana, at('8'), null, now)
    const since = touched.find((one) => one.it.placement.id === it.placement.id)!
    expect(since.alternates.map(({ id }) => id)).not.toContain(alternates[0].id)
    expect((await findAlternates(ana, it.placement.id, now)).map(({ openingId }) => openingId)).not.toContain(
      alternates[0].id,
    )
  })

  test('that are gone when its time comes stop it, and the board says whose, which, and where to choose others', async () => {
    const { it, alternates, instead } = await withOthers()
    const before = await placedIn('8')
    await plan('8', null, instead)
    await decline(it, alternates[0].id)
    await giveUp()
    const { error } = await jobOf()
    const which = `block ${alternates[0].block.name}`
    expect(error).toBe(
      `Block 8 was not cancelled: ${it.student.name} does not ask for ${which} any more. Choose other dates.`,
    )
    expect(await placedIn('8')).toEqual(before)
    const path = `/board/${yearId}/blocks/${block('8')}/cancellation`
    const board = await ask(ana, `/board/${yearId}`)
    expect(board.body).toContain(error)
    expect(board.body).toContain(`href="${path}"`)
    expect((await ask(ana, path)).body).toContain(`${reason}</textarea>`)
  })

  test('are chosen anew, and the plan that failed is over with it', async () => {
    const { it, alternates, instead } = await withOthers()
    await plan('8', null, instead)
    await decline(it, alternates[0].id)
    await giveUp()
    await plan('8', null)
    const { plan: planned } = await findBlockChange(ana, at('8'), null, now)
    expect(planned).toMatchObject({ error: null, instead: {} })
    await pass(30)
    expect(await liveIn('8')).toEqual([])
  })

  test('that have no room are refused at once, and nothing is planned', async () => {
    const { it, version, alternates, instead } = await withOthers()
    await write((tx) => tx.update(t.openings).set({ seats: 0 }).where(eq(t.openings.id, alternates[0].id)))
    const refused = await planBlockChange(ana, at('8'), { version, to: null, reason, instead }, now)
    const which = `block ${alternates[0].block.name}`
    expect(refused?.missed).toEqual([`${it.student.name} can’t be offered ${which}: no seats here`])
    expect(await jobOf()).toBeUndefined()
    const body = new URLSearchParams({ version, reason, [`instead-${it.placement.id}`]: alternates[0].id })
    const page = await ask(ana, `/board/${yearId}/blocks/${block('8')}/cancellation`, { method: 'POST', body })
    expect(page.status).toBe(409)
    expect(page.body).toContain(`${refused?.missed[0]}. Choose other dates`)
    expect(page.body).toContain(`${reason}</textarea>`)
  })
})

async function offerOf(personId: string) {
  const [it] = await recordsWhere(read, and(eq(t.placements.studentId, personId), eq(t.placements.status, 'offered')))
  return it.placement
}

test('a seat that is freed in a block about to be cancelled goes to nobody, and to the next once that is undone', async () => {
  await plan('8', null)
  await declineOffer(students.diallo, placement('diallo'), undefined, minutes(1))
  expect(await isWaitlistDue(minutes(2))).toBe(false)
  expect(await moveWaitlists(minutes(2))).toBe(0)
  const line = { yearId, openingId: opening(subInternship, '8', 'neuro') }
  expect(saidOf(await findWaitlist(ana, line, minutes(2))).line).toMatch(/about to move or to be cancelled/)
  await dropBlockChange(ana, at('8'), minutes(3))
  expect(await moveWaitlists(minutes(4))).toBe(1)
})
